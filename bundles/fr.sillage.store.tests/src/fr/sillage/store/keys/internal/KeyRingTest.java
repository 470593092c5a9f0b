package fr.sillage.store.keys.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.store.database.internal.StoreException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
    private static final MasterSecret SECRET = MasterSecret.of("0123456789abcdef0123456789abcdef");

    @TempDir
    Path folder;

    @Test
    void comesBackFromItsFile() throws Exception {
        KeyRing keys = KeyRing.random();
        Path file = folder.resolve("keys");
        keys.write(file, "silo 1", SECRET);
        KeyRing read = KeyRing.read(file, "silo 1", SECRET);
        assertArrayEquals(keys.database(), read.database());
        assertArrayEquals(keys.pseudonyms(), read.pseudonyms());
        assertArrayEquals(keys.spool(), read.spool());
        assertEquals(keys.ownerPassword(), read.ownerPassword());
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(content.contains(new String(keys.database(), StandardCharsets.ISO_8859_1)));
    }

    @Test
    void isRefusedUnderAnotherSecretOrName() throws Exception {
        Path file = folder.resolve("keys");
        KeyRing.random().write(file, "silo 1", SECRET);
        MasterSecret other = MasterSecret.of("0123456789abcdef0123456789abcdeg");
        String message = assertThrows(StoreException.class, () -> KeyRing.read(file, "silo 1", other))
                .getMessage();
        assertTrue(message.startsWith("the master secret is not the one"), message);
        assertThrows(StoreException.class, () -> KeyRing.read(file, "silo 2", SECRET));
    }

    @Test
    void aSecretIsMadeOnceForTheOwnerAlone() throws Exception {
        MasterSecret made = MasterSecret.find(Optional.empty(), Optional.empty(), folder);
        Path file = folder.resolve(MasterSecret.FILE);
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        MasterSecret again = MasterSecret.find(Optional.empty(), Optional.empty(), folder);
        assertArrayEquals(made.key(new byte[16], "x"), again.key(new byte[16], "x"));
    }

    @Test
    void aSecretFromOutsideWinsAndMustBeLong() throws Exception {
        Path file = Files.writeString(folder.resolve("mine"), "0123456789abcdef0123456789abcdef\n");
        MasterSecret found = MasterSecret.find(Optional.of(file), Optional.of("unused"), folder);
        assertArrayEquals(SECRET.key(new byte[16], "x"), found.key(new byte[16], "x"));
        assertFalse(Files.exists(folder.resolve(MasterSecret.FILE)));
        assertThrows(StoreException.class, () -> MasterSecret.of("too short"));
        assertThrows(
                StoreException.class,
                () -> MasterSecret.find(Optional.of(folder.resolve("none")), Optional.empty(), folder));
    }
}
