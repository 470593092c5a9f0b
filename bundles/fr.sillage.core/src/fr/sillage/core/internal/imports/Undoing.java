package fr.sillage.core.internal.imports;

import fr.sillage.core.community.UserId;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.core.silo.StaleDataSetException;
import java.time.InstantSource;
import java.util.UUID;

/** Takes imports back. */
final class Undoing {
    private final Silo silo;
    private final InstantSource clock;

    Undoing(Silo silo, InstantSource clock) {
        this.silo = silo;
        this.clock = clock;
    }

    void undo(UUID importId, UserId by) throws ImportException {
        ImportRecord record = silo.imports().stream()
                .filter(done -> done.id().equals(importId) && done.undone().isEmpty())
                .findFirst()
                .orElseThrow(() -> FileReading.refused("undo.gone"));
        DataSet present = silo.dataSet(record.dataSet()).orElseThrow(() -> FileReading.refused("undo.gone"));
        if (present.version() != record.version()) {
            throw FileReading.refused("undo.not.last");
        }
        if (present.version() > 1 && silo.earlier(present.id()).isEmpty()) {
            throw FileReading.refused("undo.not.kept");
        }
        try (SiloTransaction transaction = silo.begin()) {
            transaction.undone(importId, new ImportRecord.Undone(by, clock.instant()));
            transaction.undo(present);
            transaction.commit();
        } catch (StaleDataSetException e) {
            throw FileReading.refused("undo.not.last");
        }
    }

    /** @param version an earlier one, with the rows that it has now */
    void rollBack(DataSet version, UserId by) throws ImportException {
        DataSet present = silo.dataSet(version.id()).orElseThrow(() -> FileReading.refused("rollback.gone"));
        if (!silo.earlier(version.id()).contains(version)) {
            throw FileReading.refused("rollback.gone");
        }
        ImportRecord.Undone undone = new ImportRecord.Undone(by, clock.instant());
        try (SiloTransaction transaction = silo.begin()) {
            silo.imports().stream()
                    .filter(done -> done.dataSet().equals(version.id())
                            && done.version() > version.version()
                            && done.undone().isEmpty())
                    .forEach(done -> transaction.undone(done.id(), undone));
            transaction.rollBack(present, version);
            transaction.commit();
        } catch (StaleDataSetException e) {
            throw FileReading.refused("rollback.changed");
        }
    }
}
