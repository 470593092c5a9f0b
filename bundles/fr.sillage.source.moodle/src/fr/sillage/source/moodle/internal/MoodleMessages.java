package fr.sillage.source.moodle.internal;

import fr.sillage.api.Message;

/** Makes messages whose texts stand in this bundle. */
final class MoodleMessages {
    static final String ID = "fr.sillage.source.moodle";

    private MoodleMessages() {}

    static Message of(String key, Object... arguments) {
        return Message.of(ID, key, arguments);
    }
}
