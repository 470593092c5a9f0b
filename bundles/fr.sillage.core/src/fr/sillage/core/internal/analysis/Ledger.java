package fr.sillage.core.internal.analysis;

import fr.sillage.core.community.UserId;
import fr.sillage.core.gate.SeenTable;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.ShownResult;
import fr.sillage.core.silo.Silo;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What one member has seen of one version of a data set; it is kept in the silo. */
final class Ledger {
    private final Silo silo;
    private final UserId reader;
    private final DataSetId dataSet;
    private final int version;
    private final Clock clock;

    Ledger(Silo silo, UserId reader, DataSetId dataSet, int version, Clock clock) {
        this.silo = silo;
        this.reader = reader;
        this.dataSet = dataSet;
        this.version = version;
        this.clock = clock;
    }

    /** The same for the same reader and data. */
    int key() {
        return Objects.hash(reader, dataSet);
    }

    /** The earliest first. @param slot to name columns by */
    List<SeenTable> seen(String slot) {
        return silo.results().shown(reader, dataSet).stream()
                .filter(result -> result.version() == version)
                .map(result -> SeenText.read(result.content(), slot))
                .toList();
    }

    /** Harmless where it was seen before. */
    void add(SeenTable table) {
        String content = SeenText.write(table);
        boolean known = silo.results().shown(reader, dataSet).stream()
                .anyMatch(result ->
                        result.version() == version && result.content().equals(content));
        if (!known) {
            silo.results().add(new ShownResult(UUID.randomUUID(), reader, dataSet, version, clock.instant(), content));
        }
    }
}
