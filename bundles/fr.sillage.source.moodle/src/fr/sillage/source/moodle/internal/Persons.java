package fr.sillage.source.moodle.internal;

import fr.sillage.api.source.SourceException;
import fr.sillage.delimited.Blank;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who acted, by id. A sentence may name the affected user alone, or nobody: then the id that the name has in other rows
 * counts. So one person has one id, and is counted once.
 */
final class Persons {
    /** Stands for nobody: the platform's own work, and visitors who did not sign in. */
    static final String NOBODY = "0";

    private static final String NONE = "-";
    private static final int MOST_NAMES = 1_000_000;

    private final Map<String, Set<String>> ids = new HashMap<>();

    /**
     * Learns the id of a name from a row.
     *
     * @throws SourceException where there are more names than persons can be
     */
    void learn(Entry entry, long line) throws SourceException {
        Optional<String> actor = entry.user().isEmpty() ? Optional.empty() : actor(entry);
        if (actor.isPresent()) {
            ids.computeIfAbsent(entry.user(), name -> new HashSet<>(2)).add(actor.get());
            if (ids.size() > MOST_NAMES) {
                throw new SourceException(MoodleMessages.of("refused.names", MOST_NAMES), line);
            }
        }
    }

    /**
     * What the person of a row is known by: an id; a name that has none in the whole file; empty where two users have
     * the name and the row does not say which of them it was.
     */
    Optional<String> key(Entry entry) {
        if (nobody(entry)) {
            return Optional.of(NOBODY);
        }
        Optional<String> actor = actor(entry);
        if (actor.isPresent()) {
            return actor;
        }
        Set<String> known = ids.getOrDefault(entry.user(), Set.of());
        return switch (known.size()) {
            case 0 -> Optional.of(entry.user().isEmpty() ? NOBODY : entry.user());
            case 1 -> Optional.of(known.iterator().next());
            default -> Optional.empty();
        };
    }

    /** The acting user that the sentence names without doubt. */
    private static Optional<String> actor(Entry entry) {
        List<String> users = Description.users(entry.description());
        Optional<String> by = Description.byUser(entry.description());
        if (by.isPresent() || users.isEmpty()) {
            return by.map(Persons::plain);
        }
        boolean other = !entry.affected().isEmpty()
                && !entry.user().isEmpty()
                && !entry.affected().equals(entry.user());
        return users.size() == 1 && other ? Optional.empty() : Optional.of(plain(users.getFirst()));
    }

    private static boolean nobody(Entry entry) {
        return entry.named() && entry.user().isEmpty();
    }

    /** Users that are none: 0, and -1 for the command line. */
    private static String plain(String id) {
        return id.startsWith("-") ? NOBODY : id;
    }

    /**
     * What a row says of persons; empty texts for nobody.
     *
     * @param named whether the file has a column of users' names
     */
    record Entry(boolean named, String user, String affected, String description) {
        Entry {
            user = name(user);
            affected = name(affected);
        }

        private static String name(String cell) {
            String tidy = Blank.tidy(cell);
            return tidy.equals(NONE) ? "" : tidy;
        }
    }
}
