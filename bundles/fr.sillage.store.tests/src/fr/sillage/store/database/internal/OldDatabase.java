package fr.sillage.store.database.internal;

import fr.sillage.store.keys.internal.KeyRing;
import fr.sillage.store.keys.internal.MasterSecret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes an encrypted database of an earlier format: a file of statements, as that format's program had made its tables
 * and as it had filled them, parted by lines {@value #NEXT}.
 */
public final class OldDatabase {
    private static final String NEXT = "--next";

    private OldDatabase() {}

    /** Leaves the database closed. */
    public static void make(Path folder, String name, MasterSecret secret, InputStream statements)
            throws IOException, SQLException {
        EncryptedDatabase.create(folder, name, secret);
        KeyRing keys = EncryptedDatabase.keys(folder, name, secret);
        Path database = folder.resolve(EncryptedDatabase.DATABASE);
        try (Connection connection = DerbyEngine.boot(database, keys.database(), keys.ownerPassword());
                Statement statement = connection.createStatement()) {
            String text = new String(statements.readAllBytes(), StandardCharsets.UTF_8);
            for (String sql : text.split("\n" + NEXT + "\n")) {
                statement.execute(sql);
            }
        }
        DerbyEngine.stop(database, keys.ownerPassword());
    }
}
