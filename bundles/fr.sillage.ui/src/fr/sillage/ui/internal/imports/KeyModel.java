package fr.sillage.ui.internal.imports;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.RoleId;
import fr.sillage.core.imports.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The key by which rows are the same, while a person chooses it. A column keeps its place when it is renamed. */
final class KeyModel {
    private final Supplier<List<Candidate>> stored;
    private List<Candidate> candidates;
    private List<Candidate> chosen;

    /**
     * A column that would be stored.
     *
     * @param column its place in the file
     */
    record Candidate(int column, Field field) {
        String name() {
            return field.name();
        }
    }

    /**
     * @param stored asked again after changes
     * @param start names of the columns at first; where one of them is not there, who and what a row is about is proposed
     */
    KeyModel(Supplier<List<Candidate>> stored, List<String> start) {
        this.stored = stored;
        candidates = stored.get();
        List<Candidate> known =
                start.stream().flatMap(name -> named(name).stream()).toList();
        chosen = start.isEmpty() || known.size() < start.size() ? proposed(candidates) : known;
    }

    private Optional<Candidate> named(String name) {
        return candidates.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** The person, and what the person chose or used. */
    private static List<Candidate> proposed(List<Candidate> candidates) {
        return Stream.of(RoleId.SUBJECT, RoleId.ITEM)
                .flatMap(role -> candidates.stream()
                        .filter(c -> c.field().roles().contains(role))
                        .limit(1))
                .distinct()
                .toList();
    }

    List<Candidate> candidates() {
        return candidates;
    }

    List<Candidate> chosen() {
        return chosen;
    }

    /** @param place of the column in the key; an empty one is taken out */
    void choose(int place, Optional<Candidate> column) {
        List<Candidate> changed = new ArrayList<>(chosen);
        if (place < changed.size()) {
            changed.remove(place);
        }
        column.filter(c -> !changed.contains(c)).ifPresent(c -> changed.add(Math.min(place, changed.size()), c));
        chosen = List.copyOf(changed.subList(0, Math.min(changed.size(), Target.MOST_KEYS)));
    }

    /** @return whether anything is different */
    boolean refresh() {
        List<Candidate> now = stored.get();
        if (now.equals(candidates)) {
            return false;
        }
        candidates = now;
        chosen = chosen.stream()
                .flatMap(old -> now.stream().filter(c -> c.column() == old.column()))
                .toList();
        return true;
    }
}
