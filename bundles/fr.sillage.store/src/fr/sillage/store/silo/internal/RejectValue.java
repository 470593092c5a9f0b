package fr.sillage.store.silo.internal;

import fr.sillage.api.Message;
import fr.sillage.api.MessageKey;
import fr.sillage.api.data.Reject;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Lob;
import java.util.Optional;

/** A rejected row with its content. */
@Embeddable
class RejectValue {
    @Column(name = "LINE")
    private long line;

    @Column(name = "COLUMN_NAME")
    private String column;

    @Column(name = "CONTRIBUTION")
    private String contribution;

    @Column(name = "MESSAGE")
    private String message;

    @Lob
    @Column(name = "ARGUMENTS")
    private String arguments;

    @Lob
    @Column(name = "CONTENT")
    private String content;

    protected RejectValue() {}

    RejectValue(Reject reject) {
        line = reject.line();
        column = reject.column().orElse(null);
        contribution = reject.reason().key().contribution();
        message = reject.reason().key().key();
        arguments = MessageArguments.write(reject.reason().arguments());
        content = reject.content();
    }

    Reject reject() {
        return new Reject(
                line,
                Optional.ofNullable(column),
                new Message(new MessageKey(contribution, message), MessageArguments.read(arguments)),
                content);
    }
}
