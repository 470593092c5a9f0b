package fr.sillage.store.silo.internal;

import fr.sillage.core.check.Checked;
import fr.sillage.core.check.Problem;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.SiloException;
import fr.sillage.engine.CorruptChunkException;
import fr.sillage.engine.SharedCache;
import fr.sillage.engine.StoredTable;
import fr.sillage.engine.TableReader;
import fr.sillage.store.database.internal.DatabaseCheck;
import fr.sillage.store.database.internal.EncryptedDatabase;
import fr.sillage.store.keys.internal.KeyRing;
import fr.sillage.store.keys.internal.MasterSecret;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Whether a silo holds all that its catalogue says, and nothing else: every chunk is read and decoded. */
public final class SiloCheck {
    /** Of one data set: one that is damaged all over need not be told chunk by chunk. */
    private static final int MOST_TOLD = 20;

    private final List<Problem> problems = new ArrayList<>();
    private long chunks;
    private long rows;

    private SiloCheck() {}

    /** Leaves the silo closed. */
    public static Checked of(Path folder, CommunityId community, MasterSecret secret) {
        String name = DerbySiloStore.name(community);
        DatabaseCheck database = DatabaseCheck.of(folder, name, secret, DerbySilo.SCHEMA);
        SiloCheck check = new SiloCheck();
        check.problems.addAll(database.problems());
        if (database.current()) {
            check.content(folder, community, name, database.keys().orElseThrow());
        }
        return new Checked(community.value().toString(), database.older(), check.chunks, check.rows, check.problems);
    }

    private void content(Path folder, CommunityId community, String name, KeyRing keys) {
        LeasedDatabase database = new LeasedDatabase(
                () -> EncryptedDatabase.open(folder, name, keys, DerbySilo.SCHEMA), InstantSource.system());
        try {
            DerbySilo silo = new DerbySilo(
                    community,
                    folder,
                    database,
                    keys,
                    new EncryptedSpool(folder.resolve(DerbySiloStore.SPOOL), keys.spool()),
                    new SharedCache(0).share(community),
                    System::nanoTime);
            Set<UUID> known = new HashSet<>();
            for (DataSet dataSet : silo.dataSets()) {
                Stream.concat(Stream.of(dataSet), silo.earlier(dataSet.id()).stream())
                        .forEach(version -> {
                            known.add(version.table().value());
                            table(silo, version);
                        });
            }
            silo.leftOvers().forEach(table -> known.add(table.value()));
            silo.tables().stream()
                    .filter(table -> !known.contains(table))
                    .forEach(table -> problems.add(new Problem(Problem.Kind.ORPHANS, table.toString())));
        } catch (RuntimeException e) {
            problems.add(new Problem(Problem.Kind.TABLE, e.getClass().getSimpleName()));
        } finally {
            close(database);
        }
    }

    private static void close(LeasedDatabase database) {
        try {
            database.close();
        } catch (RuntimeException e) {
            // shut itself down over what is wrong with it, which was told
        }
    }

    private void table(DerbySilo silo, DataSet version) {
        TableReader table =
                new TableReader(new StoredTable(silo.chunks(), version.table(), version.fields(), version.rows()));
        rows += version.rows();
        int told = problems.size() + MOST_TOLD;
        for (int column = 0; column < version.fields().size() && problems.size() < told; column++) {
            for (int chunk = 0; chunk < table.chunks() && problems.size() < told; chunk++) {
                chunk(table, column, chunk);
            }
        }
    }

    private void chunk(TableReader table, int column, int chunk) {
        try {
            switch (table.table().fields().get(column).type()) {
                case CATEGORY, TEXT -> {
                    int texts = table.texts(column);
                    for (int code : table.codes(column, chunk)) {
                        if (code > texts) {
                            throw new IllegalArgumentException("a code beyond the dictionary");
                        }
                    }
                }
                case INTEGER, DATE, TIMESTAMP -> table.longs(column, chunk);
                case DECIMAL -> table.doubles(column, chunk);
            }
            chunks++;
        } catch (CorruptChunkException e) {
            problems.add(new Problem(Problem.Kind.CHUNK, e.getMessage()));
        } catch (SiloException | UncheckedIOException | IllegalArgumentException e) {
            problems.add(new Problem(Problem.Kind.CHUNK, table.table().id().value() + "/" + column + "/" + chunk));
        }
    }
}
