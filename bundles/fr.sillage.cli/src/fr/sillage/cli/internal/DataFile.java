package fr.sillage.cli.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Reject;
import fr.sillage.core.analysis.SlotTable;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.Imports;
import fr.sillage.core.imports.Loaded;
import fr.sillage.core.imports.TooManyRejectsException;
import fr.sillage.core.silo.HmacPseudonymiser;
import fr.sillage.core.text.Texts;
import fr.sillage.engine.MemoryChunkStore;
import fr.sillage.engine.StoredTable;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a file into memory, its persons under a key that is used once. */
final class DataFile {
    private static final int KEY_BYTES = 32;
    private static final int SHOWN_REJECTS = 3;

    private final Imports imports;
    private final Texts texts;
    private final Words words;

    /** @param rejected what is to be told of rows that were not taken, where there are any */
    record Read(SlotTable table, Optional<String> rejected) {}

    DataFile(Imports imports, Texts texts, Words words) {
        this.imports = imports;
        this.texts = texts;
        this.words = words;
    }

    ImportPlan propose(FileInput file, Optional<String> source) throws Failure {
        try {
            return (source.isPresent() ? imports.propose(file, source.get()) : imports.propose(file)).plan();
        } catch (ImportException e) {
            throw badData(file, e);
        }
    }

    /** @throws Failure where the file cannot be read, has no rows or too many of them are rejected */
    Read read(FileInput file, ImportPlan plan) throws Failure {
        MemoryChunkStore store = new MemoryChunkStore();
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Loaded loaded = imports.load(
                    file, plan, store, scheme -> new HmacPseudonymiser(key, scheme), false, JobControl.NONE);
            if (loaded.stored() == 0) {
                throw new Failure(Failure.BAD_DATA, words.text("data.empty", file.name()));
            }
            Optional<String> rejected = loaded.rejects().isEmpty()
                    ? Optional.empty()
                    : Optional.of(rejects(file, loaded.read(), loaded.read() - loaded.stored(), loaded.rejects()));
            return new Read(
                    new SlotTable(
                            file.name(), 1, new StoredTable(store, loaded.table(), loaded.fields(), loaded.stored())),
                    rejected);
        } catch (TooManyRejectsException e) {
            throw new Failure(
                    Failure.BAD_DATA,
                    words.text(
                            "data.stopped", rejects(file, e.read(), e.rejects().size(), e.rejects())));
        } catch (ImportException e) {
            throw badData(file, e);
        }
    }

    private String rejects(FileInput file, long read, long count, List<Reject> rejects) {
        String first = rejects.stream().limit(SHOWN_REJECTS).map(this::reject).collect(Collectors.joining(" ; "));
        return words.text("data.rejects", file.name(), count, read, first);
    }

    private String reject(Reject reject) {
        String reason = texts.text(reject.reason(), locale());
        return reject.column()
                .map(column -> words.text("data.reject.column", Long.toString(reject.line()), column, reason))
                .orElseGet(() -> words.text("data.reject.row", Long.toString(reject.line()), reason));
    }

    private Failure badData(FileInput file, ImportException e) {
        String reason = texts.text(e.reason(), locale());
        return new Failure(
                Failure.BAD_DATA,
                e.line().isPresent()
                        ? words.text(
                                "data.bad.line",
                                file.name(),
                                Long.toString(e.line().getAsLong()),
                                reason)
                        : words.text("data.bad", file.name(), reason));
    }

    private Locale locale() {
        return words.locale();
    }
}
