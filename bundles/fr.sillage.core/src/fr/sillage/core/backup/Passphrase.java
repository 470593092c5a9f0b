package fr.sillage.core.backup;

import java.text.Normalizer;

/** What a backup is closed with. It never shows itself. */
public final class Passphrase {
    /** Characters of a new one. */
    public static final int SHORTEST = 12;

    private final String text;

    private Passphrase(String text) {
        this.text = text;
    }

    /** Blanks around it do not count, and neither does how a keyboard composes letters with accents. */
    public static Passphrase of(String typed) {
        return new Passphrase(Normalizer.normalize(typed, Normalizer.Form.NFC).strip());
    }

    /** @throws BackupException where it is too short to protect anything */
    public Passphrase forNewBackup() throws BackupException {
        if (text.codePointCount(0, text.length()) < SHORTEST) {
            throw new BackupException(BackupException.Reason.SHORT_PASSPHRASE, String.valueOf(SHORTEST));
        }
        return this;
    }

    /** For the cipher alone. */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return "passphrase";
    }
}
