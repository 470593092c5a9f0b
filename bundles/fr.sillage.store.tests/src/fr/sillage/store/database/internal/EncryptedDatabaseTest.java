package fr.sillage.store.database.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.store.internal.TestHome;
import fr.sillage.store.keys.internal.KeyRing;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedDatabaseTest {
    private static final String NAME = "test database";
    private static final Schema EMPTY = new Schema("none", 0, List.of(UuidConverter.class));

    @TempDir
    Path temporary;

    private Path folder;
    private TestHome home;

    @BeforeEach
    void create() {
        home = TestHome.in(temporary);
        folder = temporary.resolve("one");
        EncryptedDatabase.create(folder, NAME, home.secret());
    }

    @Test
    void isUnderAesNotDes() throws Exception {
        Properties service = new Properties();
        try (InputStream in = Files.newInputStream(folder.resolve("database/service.properties"))) {
            service.load(in);
        }
        assertEquals("true", service.getProperty("dataEncryption"));
        assertEquals("16", service.getProperty("derby.encryptionBlockSize"));
    }

    @Test
    void anotherKeyIsRefused() {
        KeyRing other = KeyRing.random();
        String message = assertThrows(StoreException.class, () -> EncryptedDatabase.open(folder, NAME, other, EMPTY))
                .getMessage();
        assertEquals(NAME + " cannot be opened: its key does not match", message);
    }

    @Test
    void anotherUserIsRefusedEvenWhenBooted() {
        KeyRing keys = EncryptedDatabase.keys(folder, NAME, home.secret());
        EncryptedDatabase database = EncryptedDatabase.open(folder, NAME, keys, EMPTY);
        try {
            SQLException refused = assertThrows(
                    SQLException.class,
                    () -> DerbyEngine.connect(folder.resolve("database"), "guessed")
                            .close());
            assertEquals("08004", refused.getSQLState());
        } finally {
            database.close();
        }
    }

    @Test
    void isNotMadeTwiceAndLeavesNothingHalf() {
        assertThrows(StoreException.class, () -> EncryptedDatabase.create(folder, NAME, home.secret()));
        assertFalse(Files.exists(temporary.resolve("one.half")));
    }

    @Test
    void aNewerSchemaIsRefusedInOneLine() throws Exception {
        KeyRing keys = EncryptedDatabase.keys(folder, NAME, home.secret());
        Path database = folder.resolve("database");
        try (Connection connection = DerbyEngine.boot(database, keys.database(), keys.ownerPassword());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE SCHEMA_VERSION SET VERSION = 7");
        }
        DerbyEngine.stop(database, keys.ownerPassword());
        String message = assertThrows(StoreException.class, () -> EncryptedDatabase.open(folder, NAME, keys, EMPTY))
                .getMessage();
        assertEquals(NAME + " was written by a newer Sillage (schema 7, known here up to 0)", message);
    }

    @Test
    void failuresKeepTheirKindAndNoValue() {
        SQLException quoting = new SQLException("trying to shrink VARCHAR 'Dupont' to length 3", "22001");
        StoreException told = StoreException.because("it failed", quoting);
        assertEquals("it failed", told.getMessage());
        assertTrue(told.getCause().getMessage().contains("22001"));
        assertFalse(told.getCause().getMessage().contains("Dupont"));
    }
}
