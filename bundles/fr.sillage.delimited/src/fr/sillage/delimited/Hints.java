package fr.sillage.delimited;

import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What names and values of columns hint at: the lines of {@code hints.txt}, in which the first that fits counts. */
final class Hints {
    /**
     * One line of the file.
     *
     * @param order place in the file; of several persons' columns the first is the subject
     * @param exact whether the whole name must be the words
     */
    record Hint(int order, boolean exact, String words, Privacy privacy, Optional<RoleId> role) {
        boolean fits(String name) {
            return exact ? name.equals(words) : (" " + name + " ").contains(" " + words + " ");
        }
    }

    private static final Pattern E_MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[A-Za-z]{2,}");
    /** Identification number of the staff of the French education ministry. */
    private static final Pattern NUMEN = Pattern.compile("\\d{2}[A-Z]\\d{7}[A-Z]{3}");

    private static final Pattern IP_ADDRESS = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");
    /** French social security number, with or without its check digits. */
    private static final Pattern INSEE =
            Pattern.compile("[12] ?\\d{2} ?(0[1-9]|1[0-2]) ?\\d{2} ?\\d{3} ?\\d{3}( ?\\d{2})?");

    private static final List<Pattern> IDENTIFYING = List.of(E_MAIL, NUMEN, INSEE, IP_ADDRESS);

    private final List<Hint> hints;

    private Hints(List<Hint> hints) {
        this.hints = List.copyOf(hints);
    }

    static Hints load() {
        try (InputStream in = Hints.class.getResourceAsStream("hints.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<Hint> hints = new ArrayList<>();
            for (String line : reader.lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .toList()) {
                String[] parts = line.split(";", -1);
                Privacy privacy = Privacy.valueOf(parts[1].strip());
                Optional<RoleId> role = Optional.of(parts[2].strip())
                        .filter(r -> !r.equals("-"))
                        .map(RoleId::new);
                for (String words : parts[0].split(",")) {
                    String plain = words.strip();
                    boolean exact = plain.startsWith("=");
                    hints.add(new Hint(hints.size(), exact, exact ? plain.substring(1) : plain, privacy, role));
                }
            }
            return new Hints(hints);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Hint> byName(String name) {
        String plain = BareWords.of(name);
        return hints.stream().filter(hint -> hint.fits(plain)).findFirst();
    }

    /** Whether most values are such as name a person: e-mail addresses, numbers of persons, addresses of machines. */
    static boolean identifying(List<String> values) {
        return !values.isEmpty()
                && IDENTIFYING.stream()
                        .anyMatch(pattern -> values.stream()
                                                .filter(value -> pattern.matcher(value.strip())
                                                        .matches())
                                                .count()
                                        * 2
                                > values.size());
    }
}
