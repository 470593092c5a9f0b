package fr.sillage.source.csv.internal;

import fr.sillage.api.Message;

/** Makes messages whose texts stand in this bundle. */
final class CsvMessages {
    static final String ID = "fr.sillage.source.csv";

    private CsvMessages() {}

    static Message of(String key, Object... arguments) {
        return Message.of(ID, key, arguments);
    }
}
