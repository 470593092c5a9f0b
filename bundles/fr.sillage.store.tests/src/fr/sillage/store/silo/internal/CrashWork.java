package fr.sillage.store.silo.internal;

import fr.sillage.api.JobControl;
import fr.sillage.core.community.UserId;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.engine.MemoryBudget;
import fr.sillage.engine.NewKeys;
import fr.sillage.engine.StoredTable;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TableWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Changes of one silo by chance, each told before it begins and after it is committed. */
final class CrashWork {
    private static final int MOST_SETS = 3;
    private static final int MOST_PARTS = 4;

    private final Silo silo;
    private final SplittableRandom random;
    private final Telling telling;
    private CrashState state;

    CrashWork(Silo silo, CrashState state, SplittableRandom random, Telling telling) {
        this.silo = silo;
        this.state = state;
        this.random = random;
        this.telling = telling;
    }

    /** Who writes down what is done. */
    interface Telling {
        void intend(CrashState after) throws IOException;

        void done(CrashState after) throws IOException;
    }

    /** One change that is committed when this returns. */
    private interface Change {
        void commit();
    }

    void step() throws IOException {
        List<String> names = List.copyOf(state.sets().keySet());
        if (names.size() < MOST_SETS && random.nextInt(names.size() + 1) == 0) {
            String name = "set " + Long.toHexString(random.nextLong());
            List<CrashState.Part> parts = List.of(part());
            change(
                    state.with(name, new CrashState.Versions(1, List.of(parts))),
                    () -> store(name, Optional.empty(), 1, parts));
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        CrashState.Versions versions = state.sets().get(name);
        switch (random.nextInt(10)) {
            case 0 -> change(state.undone(name), () -> undo(name));
            case 2 -> {
                int person = random.nextInt(CrashData.PERSONS);
                change(
                        state.erased(person),
                        () -> silo.erase(Set.of(CrashData.person(person)), UserId.random(), JobControl.NONE));
            }
            case 1 -> next(name, versions, List.of(part()));
            case 6 -> change(state, () -> ((DerbySilo) silo).sweeping().compact(JobControl.NONE));
            case 3, 4 -> replace(name, versions);
            case 5 -> {
                int steps = random.nextInt(versions.kept().size());
                if (steps > 0) {
                    change(state.rolledBack(name, steps), () -> rollBack(name, steps));
                }
            }
            default ->
                next(
                        name,
                        versions,
                        versions.present().size() >= MOST_PARTS
                                ? List.of(part())
                                : Stream.concat(versions.present().stream(), Stream.of(part()))
                                        .toList());
        }
    }

    private void change(CrashState after, Change change) throws IOException {
        telling.intend(after);
        change.commit();
        state = after;
        telling.done(after);
    }

    /** Mostly small, at times of several chunks. */
    private CrashState.Part part() {
        int rows = random.nextInt(4) == 0 ? 60_000 + random.nextInt(40_000) : 1 + random.nextInt(3_000);
        return CrashState.Part.of(random.nextLong(), rows);
    }

    /** The rows of a few persons come in the place of what there was of them. */
    private void replace(String name, CrashState.Versions versions) throws IOException {
        CrashState.Part fresh = CrashState.Part.of(random.nextLong(), 1 + random.nextInt(30));
        Set<Integer> persons = CrashData.persons(fresh);
        List<CrashState.Part> parts = Stream.concat(
                        Stream.of(fresh), versions.present().stream().map(part -> part.without(persons)))
                .toList();
        change(
                state.with(name, versions.next(parts, SiloTransaction.KEPT_VERSIONS)),
                () -> storeByKey(present(name), fresh));
    }

    private void next(String name, CrashState.Versions versions, List<CrashState.Part> parts) throws IOException {
        change(
                state.with(name, versions.next(parts, SiloTransaction.KEPT_VERSIONS)),
                () -> store(name, Optional.of(present(name)), versions.number() + 1, parts));
    }

    private DataSet present(String name) {
        return silo.dataSets().stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void store(String name, Optional<DataSet> before, int number, List<CrashState.Part> parts) {
        store(name, before, number, writer -> parts.forEach(part -> CrashData.rows(part, writer::append)));
    }

    private void storeByKey(DataSet before, CrashState.Part fresh) {
        StoredTable stored = new StoredTable(silo.chunks(), before.table(), before.fields(), before.rows());
        store(before.name(), Optional.of(before), before.version() + 1, writer -> {
            try (NewKeys keys = new NewKeys(CrashData.fields(), List.of(0), MemoryBudget.unlimited())) {
                CrashData.rows(fresh, columns -> {
                    keys.add(columns);
                    writer.append(columns);
                });
                writer.append(stored, keys.others(stored, JobControl.NONE), JobControl.NONE);
            }
        });
    }

    private void store(String name, Optional<DataSet> before, int number, Consumer<TableWriter> rows) {
        try (SiloTransaction transaction = silo.begin()) {
            TableId table = TableId.random();
            TableWriter writer = new TableWriter(transaction.chunks(), table, CrashData.fields());
            rows.accept(writer);
            DataSet after = new DataSet(
                    before.map(DataSet::id).orElseGet(DataSetId::random),
                    name,
                    number,
                    table,
                    CrashData.fields(),
                    writer.finish(),
                    Instant.ofEpochSecond(1_700_000_000L),
                    "");
            if (before.isPresent()) {
                transaction.replace(before.get(), after);
            } else {
                transaction.add(after);
            }
            transaction.add(TestImport.record(after, after.imported()), TestImport.rejects());
            transaction.commit();
        }
    }

    private void rollBack(String name, int steps) {
        DataSet present = present(name);
        try (SiloTransaction transaction = silo.begin()) {
            transaction.rollBack(present, silo.earlier(present.id()).get(steps - 1));
            transaction.commit();
        }
    }

    private void undo(String name) {
        try (SiloTransaction transaction = silo.begin()) {
            transaction.undo(present(name));
            transaction.commit();
        }
    }
}
