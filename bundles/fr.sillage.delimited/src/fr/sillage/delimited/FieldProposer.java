package fr.sillage.delimited;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.data.ValueFormat;
import fr.sillage.api.source.ProposedField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Proposes type, roles and privacy class of each column from its name and its values. */
public final class FieldProposer {
    private final Hints hints = Hints.load();

    private record Guess(String name, ValueFormat format, Optional<Hints.Hint> hint, boolean identifying) {
        boolean maybeSubject() {
            return hint.flatMap(Hints.Hint::role).equals(Optional.of(RoleId.SUBJECT));
        }
    }

    /** Whether the name of a column hints at what it holds. */
    public boolean knows(String name) {
        return hints.byName(name).isPresent();
    }

    /** @param values of each column, no blanks */
    public List<ProposedField> propose(List<String> names, List<List<String>> values) {
        List<Guess> guesses = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            guesses.add(new Guess(
                    names.get(i),
                    ValueFormats.of(values.get(i)),
                    hints.byName(names.get(i)),
                    Hints.identifying(values.get(i))));
        }
        Optional<Guess> subject = guesses.stream()
                .filter(Guess::maybeSubject)
                .min(Comparator.comparingInt(guess -> guess.hint().orElseThrow().order()));
        return guesses.stream()
                .map(guess -> new ProposedField(
                        field(guess, subject.filter(s -> s == guess).isPresent()), guess.format()))
                .toList();
    }

    private static Field field(Guess guess, boolean subject) {
        Privacy privacy = guess.identifying()
                ? Privacy.DIRECT_IDENTIFIER
                : guess.hint().map(Hints.Hint::privacy).orElse(Privacy.OTHER);
        Type type = guess.format().type();
        if (subject) {
            return new Field(guess.name(), type, Set.of(RoleId.SUBJECT), privacy);
        }
        if (privacy == Privacy.DIRECT_IDENTIFIER) {
            return new Field(guess.name(), type, Set.of(), privacy);
        }
        RoleId role = guess.hint().flatMap(Hints.Hint::role).orElseGet(() -> byType(type));
        return new Field(guess.name(), type, Set.of(role), privacy);
    }

    private static RoleId byType(Type type) {
        return switch (type) {
            case CATEGORY -> RoleId.CATEGORY;
            case TEXT -> RoleId.TEXT;
            case INTEGER, DECIMAL -> RoleId.MEASURE;
            case DATE, TIMESTAMP -> RoleId.TIME;
        };
    }
}
