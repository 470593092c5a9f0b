package fr.sillage.store.keys.internal;

import fr.sillage.store.database.internal.PrivateFiles;
import fr.sillage.store.database.internal.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one secret that all keys are wrapped under. It never shows itself. */
public final class MasterSecret {
    /** Name of the file in the data folder where none is given from outside. */
    public static final String FILE = "secret";

    private static final int LEAST = 32;
    private static final Logger LOG = LoggerFactory.getLogger(MasterSecret.class);

    private final byte[] bytes;

    private MasterSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @param text at least 32 characters, hard to guess; spaces around it do not count
     * @throws StoreException where it is shorter
     */
    public static MasterSecret of(String text) {
        String stripped = text.strip();
        if (stripped.length() < LEAST) {
            throw new StoreException("the master secret is shorter than " + LEAST + " characters");
        }
        return new MasterSecret(stripped.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Looks into the file, then the environment, then the data folder, where a new secret is made if there is none.
     *
     * @throws StoreException where a secret that should be there cannot be read
     */
    public static MasterSecret find(Optional<Path> file, Optional<String> environment, Path dataFolder) {
        if (file.isEmpty() && environment.isEmpty()) {
            if (!Files.exists(dataFolder.resolve(FILE))) {
                make(dataFolder.resolve(FILE));
            }
            LOG.warn("master secret lies beside the data: who can read the folder can read everything");
        }
        return existing(file, environment, dataFolder);
    }

    /**
     * Looks into the same places.
     *
     * @throws StoreException where there is none, or it cannot be read
     */
    public static MasterSecret existing(Optional<Path> file, Optional<String> environment, Path dataFolder) {
        return file.map(MasterSecret::read)
                .or(() -> environment.map(MasterSecret::of))
                .orElseGet(() -> read(dataFolder.resolve(FILE)));
    }

    private static MasterSecret read(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException e) {
            throw StoreException.because("the master secret in " + file + " cannot be read", e);
        }
    }

    private static void make(Path file) {
        byte[] random = new byte[LEAST];
        new SecureRandom().nextBytes(random);
        try {
            PrivateFiles.write(file, HexFormat.of().formatHex(random).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw StoreException.because("the master secret cannot be written to " + file, e);
        }
    }

    /** A 256-bit key for one use. */
    byte[] key(byte[] salt, String use) {
        return Hkdf.derive(bytes, salt, use.getBytes(StandardCharsets.UTF_8), 32);
    }

    @Override
    public String toString() {
        return "master secret";
    }
}
