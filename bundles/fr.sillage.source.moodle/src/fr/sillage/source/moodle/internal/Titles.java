package fr.sillage.source.moodle.internal;

import fr.sillage.delimited.BareWords;
import fr.sillage.delimited.Blank;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The titles of the log report's columns, as {@code columns.properties} lists them. */
final class Titles {
    private static final int FEWEST = 3;
    /** Spaces and marks that may stand around a title. */
    private static final int SPACES = 3;

    private final Properties texts = new Properties();
    private final Map<String, Part> parts = new HashMap<>();
    private final int longestTime;
    private final String beginnings;

    Titles() {
        try (InputStream in = Titles.class.getResourceAsStream("columns.properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Part part : Part.values()) {
            for (String title : texts.getProperty(part.name()).split(",")) {
                parts.put(title.strip(), part);
            }
        }
        longestTime = SPACES
                + Stream.of(texts.getProperty(Part.TIME.name()).split(","))
                        .mapToInt(title -> title.strip().length())
                        .max()
                        .orElseThrow();
        beginnings = Stream.of(texts.getProperty(Part.TIME.name()).split(","))
                .map(title -> title.strip().substring(0, 1))
                .distinct()
                .collect(Collectors.joining());
    }

    /** Where each part stands; of two columns for one part the first. */
    Map<Part, Integer> places(List<String> cells) {
        Map<Part, Integer> places = new EnumMap<>(Part.class);
        for (int i = 0; i < cells.size(); i++) {
            int place = i;
            part(cells.get(i)).ifPresent(part -> places.putIfAbsent(part, place));
        }
        return places;
    }

    /** Whether the cells are the titles of a log report: when and what, and a third of its columns at the least. */
    boolean areIn(List<String> cells) {
        if (cells.stream().noneMatch(this::isTime)) {
            return false;
        }
        Map<Part, Integer> places = places(cells);
        return places.containsKey(Part.EVENT) && places.size() >= FEWEST;
    }

    /** Asked of every cell of a log, so most are told by their length and beginning. */
    private boolean isTime(String cell) {
        if (cell.length() > longestTime) {
            return false;
        }
        for (int i = 0; i < Math.min(cell.length(), SPACES + 1); i++) {
            if (beginnings.indexOf(Character.toLowerCase(cell.charAt(i))) >= 0) {
                return part(cell).filter(Part.TIME::equals).isPresent();
            }
        }
        return false;
    }

    Optional<Part> part(String title) {
        return Optional.ofNullable(parts.get(BareWords.of(Blank.tidy(title))));
    }

    /** The titles of a log's columns, and after them those of the columns that are made. */
    List<String> withDerived(List<String> names, List<Derived> derived) {
        List<String> all = new ArrayList<>(names);
        derived.forEach(one -> all.add(title(one, names)));
        return List.copyOf(all);
    }

    /** Title of a column made of the description, in the language of the others and unlike them. */
    private String title(Derived derived, List<String> others) {
        boolean french = others.stream().anyMatch(title -> {
            String plain = Blank.tidy(title).toLowerCase(Locale.ROOT);
            return plain.equals("heure") || plain.startsWith("nom ") || plain.equals("composant");
        });
        String title = texts.getProperty(derived.name() + (french ? ".fr" : ".en"));
        while (others.contains(title)) {
            title += "'";
        }
        return title;
    }
}
