package fr.sillage.api.data;

import fr.sillage.api.Message;
import java.util.Objects;
import java.util.Optional;

/**
 * A row that was not taken, and why. The reason never quotes the value.
 *
 * @param line line in the file where the row starts, from 1
 * @param column name of the column at fault; empty where the whole row is
 * @param reason what is wrong
 * @param content the row as it was read: personal data, only for the encrypted spool
 */
public record Reject(long line, Optional<String> column, Message reason, String content) {
    public Reject {
        Objects.requireNonNull(column);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(content);
    }

    @Override
    public String toString() {
        return "line " + line + column.map(c -> ", column " + c).orElse("") + ": "
                + reason.key().key();
    }
}
