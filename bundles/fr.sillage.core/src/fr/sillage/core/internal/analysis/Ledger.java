package fr.sillage.core.internal.analysis;

import fr.sillage.core.community.UserId;
import fr.sillage.core.gate.known.SeenTable;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.ShownResult;
import fr.sillage.core.silo.Silo;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

/** What readers have seen of one version of a data set, taken together; it is kept in the silo for each of them. */
final class Ledger {
    private final Silo silo;
    private final List<UserId> readers;
    private final DataSetId dataSet;
    private final int version;
    private final Clock clock;

    Ledger(Silo silo, List<UserId> readers, DataSetId dataSet, int version, Clock clock) {
        this.silo = silo;
        this.readers = List.copyOf(readers);
        this.dataSet = dataSet;
        this.version = version;
        this.clock = clock;
    }

    /** Who sees what is saved: the whole community, as one reader. */
    static UserId everybody(Silo silo) {
        return new UserId(silo.community().value());
    }

    /** One for each reader, the same for the same reader and data. */
    IntStream keys() {
        return readers.stream().mapToInt(reader -> Objects.hash(reader, dataSet));
    }

    /** The earliest first, as {@link SeenText} has them. */
    List<String> texts() {
        return readers.stream()
                .flatMap(reader -> shown(reader).stream())
                .sorted(Comparator.comparing(ShownResult::shown))
                .map(ShownResult::content)
                .distinct()
                .toList();
    }

    /** The earliest first. @param slot to name columns by */
    List<SeenTable> seen(String slot) {
        return texts().stream().map(text -> SeenText.read(text, slot)).toList();
    }

    /** Harmless where it was seen before. */
    void add(SeenTable table) {
        add(SeenText.write(table));
    }

    /** @param content as {@link SeenText} has it */
    void add(String content) {
        for (UserId reader : readers) {
            if (shown(reader).stream().noneMatch(result -> result.content().equals(content))) {
                silo.results()
                        .add(new ShownResult(UUID.randomUUID(), reader, dataSet, version, clock.instant(), content));
            }
        }
    }

    private List<ShownResult> shown(UserId reader) {
        return silo.results().shown(reader, dataSet).stream()
                .filter(result -> result.version() == version)
                .toList();
    }
}
