package fr.sillage.platform.texts;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The texts of one language.
 *
 * @param pattern whether they are patterns of {@link MessageFormat}; names in manifests and plugin.xml are plain
 */
record LanguageFile(Map<String, String> texts, boolean pattern) {
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    /** What the core puts in first: the word for a row of the data. */
    private static final Pattern WORD = Pattern.compile("\\{\\p{L}+}");

    /** Texts that are given the name of an extension in French and in English, and say one of them. */
    private static final String NAMED = "extension.";

    private static final Pattern QUOTED = Pattern.compile("''|'[^\\p{L}']'");

    static LanguageFile read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return new LanguageFile(texts, !file.toString().contains("OSGI-INF"));
    }

    /** What a reader of the other language would miss, and sentences that break. */
    List<String> faults(LanguageFile other) {
        List<String> faults = new ArrayList<>();
        Set<String> keys = new TreeSet<>(texts.keySet());
        keys.addAll(other.texts.keySet());
        for (String key : keys) {
            if (!texts.containsKey(key) || !other.texts.containsKey(key)) {
                faults.add(key + ": in one language only");
            } else if (!key.startsWith(NAMED) && !arguments(texts.get(key)).equals(arguments(other.texts.get(key)))) {
                faults.add(key + ": other arguments");
            }
        }
        faults.addAll(broken());
        faults.addAll(other.broken());
        return faults.stream().sorted().toList();
    }

    /** @param faults of one text */
    Stream<String> typography(Function<String, List<String>> faults) {
        return texts.entrySet().stream()
                .flatMap(text -> faults.apply(text.getValue()).stream().map(fault -> text.getKey() + ": " + fault));
    }

    private List<String> broken() {
        List<String> broken = new ArrayList<>();
        texts.forEach((key, text) -> {
            if (text.isBlank()) {
                broken.add(key + ": empty");
            } else if (pattern && QUOTED.matcher(text).replaceAll("").contains("'")) {
                // it opens a quotation and vanishes from the sentence
                broken.add(key + ": a lone apostrophe");
            } else if (pattern) {
                try {
                    new MessageFormat(WORD.matcher(text).replaceAll("x"));
                } catch (IllegalArgumentException e) {
                    broken.add(key + ": not a pattern");
                }
            }
        });
        return broken;
    }

    private static Set<String> arguments(String text) {
        Set<String> arguments = new TreeSet<>();
        Matcher found = ARGUMENT.matcher(text);
        while (found.find()) {
            arguments.add(found.group(1));
        }
        return arguments;
    }
}
