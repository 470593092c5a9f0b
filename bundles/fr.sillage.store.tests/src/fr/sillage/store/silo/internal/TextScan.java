package fr.sillage.store.silo.internal;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for texts of sixteen characters in the bytes of all files of a folder, in UTF-8 and UTF-16. */
public final class TextScan {
    private static final int LENGTH = 16;

    private TextScan() {}

    /** Files that hold one of the texts. */
    public static List<Path> filesWith(List<String> texts, Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        Set<String> wanted = new HashSet<>(texts);
        List<Path> found = new ArrayList<>();
        for (Path file : files) {
            if (holds(Files.readAllBytes(file), wanted)) {
                found.add(file);
            }
        }
        return found;
    }

    private static boolean holds(byte[] bytes, Set<String> wanted) {
        return holds(new String(bytes, StandardCharsets.ISO_8859_1), wanted)
                || holds(decoded(bytes, 0, StandardCharsets.UTF_16BE), wanted)
                || holds(decoded(bytes, 1, StandardCharsets.UTF_16BE), wanted)
                || holds(decoded(bytes, 0, StandardCharsets.UTF_16LE), wanted)
                || holds(decoded(bytes, 1, StandardCharsets.UTF_16LE), wanted);
    }

    private static String decoded(byte[] bytes, int from, Charset charset) {
        return bytes.length <= from ? "" : new String(bytes, from, bytes.length - from, charset);
    }

    private static boolean holds(String text, Set<String> wanted) {
        for (int i = 0; i + LENGTH <= text.length(); i++) {
            if (text.charAt(i) == 'n' && wanted.contains(text.substring(i, i + LENGTH))) {
                return true;
            }
        }
        return false;
    }
}
