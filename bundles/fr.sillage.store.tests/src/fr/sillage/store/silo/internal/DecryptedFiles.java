package fr.sillage.store.silo.internal;

import fr.sillage.store.database.internal.EncryptedDatabase;
import fr.sillage.store.keys.internal.KeyRing;
import fr.sillage.store.keys.internal.MasterSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * All that stands in the files of a database, read with its key and without Derby: every page, used or free, and the
 * log. In CBC a block is read with the one before it, so that a whole file can be read in one go, and only the first
 * block of each page or record is garbled; in the log records begin anywhere, so it is read from sixteen places.
 */
final class DecryptedFiles {
    private static final int BLOCK = 16;

    private final List<byte[]> contents = new ArrayList<>();

    private DecryptedFiles() {}

    static DecryptedFiles of(Path folder, String name, MasterSecret secret)
            throws IOException, GeneralSecurityException {
        KeyRing keys = EncryptedDatabase.keys(folder, name, secret);
        DecryptedFiles read = new DecryptedFiles();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                read.contents.add(bytes); // whatever is in clear
                boolean log = file.getParent().endsWith("log");
                for (int from = 0; from < (log ? BLOCK : 1); from++) {
                    read.contents.add(decrypted(keys.database(), Arrays.copyOfRange(bytes, from, bytes.length)));
                }
            }
        }
        return read;
    }

    private static byte[] decrypted(byte[] key, byte[] bytes) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[BLOCK]));
        return cipher.doFinal(bytes, 0, bytes.length / BLOCK * BLOCK);
    }

    /** How many of the samples, of at least eight bytes each, are found. */
    long found(List<byte[]> samples) {
        Map<Long, List<byte[]>> byStart = new HashMap<>();
        for (byte[] sample : samples) {
            byStart.computeIfAbsent(start(sample, 0), s -> new ArrayList<>()).add(sample);
        }
        Set<byte[]> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (byte[] content : contents) {
            for (int at = 0; at + 8 <= content.length; at++) {
                List<byte[]> candidates = byStart.get(start(content, at));
                if (candidates != null) {
                    for (byte[] sample : candidates) {
                        int end = at + sample.length;
                        if (end <= content.length && Arrays.equals(content, at, end, sample, 0, sample.length)) {
                            found.add(sample);
                        }
                    }
                }
            }
        }
        return found.size();
    }

    private static long start(byte[] bytes, int at) {
        long start = 0;
        for (int i = 0; i < 8; i++) {
            start = start << 8 | bytes[at + i] & 0xFF;
        }
        return start;
    }
}
