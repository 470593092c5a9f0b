package fr.sillage.delimited;

import fr.sillage.api.Message;

/** Makes messages whose texts stand in this bundle. */
final class DelimitedMessages {
    private static final String ID = "fr.sillage.delimited";

    private DelimitedMessages() {}

    static Message of(String key, Object... arguments) {
        return Message.of(ID, key, arguments);
    }
}
