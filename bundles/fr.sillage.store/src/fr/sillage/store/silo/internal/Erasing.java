package fr.sillage.store.silo.internal;

import fr.sillage.api.JobControl;
import fr.sillage.core.community.UserId;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.Erasure;
import fr.sillage.core.silo.Reading;
import fr.sillage.core.silo.StaleDataSetException;
import fr.sillage.engine.MemoryBudget;
import fr.sillage.engine.RowsWithout;
import fr.sillage.engine.StoredTable;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TableWriter;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes anew what holds a person's rows, without them, in one transaction; used once. */
final class Erasing {
    private static final int ATTEMPTS = 5;
    private static final String SCHEME = "scheme";

    /** A rejected row is kept as its line in the file or as its values with tabs between. */
    private static final Pattern BETWEEN = Pattern.compile("[\\t\\n\\r;,|\"]+");

    private final DerbySilo silo;
    private final Set<String> pseudonyms;
    private final UserId by;
    private final JobControl job;
    private final MemoryBudget budget = MemoryBudget.ofHeap(4);

    Erasing(DerbySilo silo, Set<String> pseudonyms, UserId by, JobControl job) {
        this.silo = silo;
        this.pseudonyms = Set.copyOf(pseudonyms);
        this.by = by;
        this.job = job;
    }

    Erasure run() {
        for (int attempt = 1; ; attempt++) {
            try (Reading reading = silo.reading();
                    DerbySiloTransaction transaction = silo.begin()) {
                return once(transaction);
            } catch (StaleDataSetException e) { // an import was faster
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Erasure once(DerbySiloTransaction transaction) {
        Set<UUID> concerned = new HashSet<>();
        for (DataSet present : silo.dataSets()) {
            for (DataSet version : Stream.concat(Stream.of(present), silo.earlier(present.id()).stream())
                    .toList()) {
                Optional<DataSet> without = without(transaction, version);
                if (without.isPresent()) {
                    transaction.rewrite(version, without.get(), version.equals(present));
                    concerned.add(present.id().value());
                }
            }
        }
        silo.imports().stream()
                .filter(record -> record.rejected() > 0)
                .forEach(record -> transaction.clearRejects(
                        record.id(),
                        named(schemes(record.plan().stream()
                                .flatMap(plan -> plan.columns().stream())
                                .flatMap(column -> column.treatment().parameters().get(SCHEME).stream())))));
        Erasure erasure = new Erasure(UUID.randomUUID(), by, Instant.now(), concerned.size(), Optional.empty());
        transaction.add(erasure);
        job.check();
        silo.sweeping().begun(); // from the commit on it is carried on after a crash
        transaction.commit();
        return erasure;
    }

    private static Set<String> schemes(Stream<String> named) {
        Set<String> schemes = new HashSet<>();
        named.map(String::strip).filter(scheme -> !scheme.isEmpty()).forEach(schemes::add);
        return schemes;
    }

    /** The version without the person's rows; empty where it has none. */
    private Optional<DataSet> without(DerbySiloTransaction transaction, DataSet version) {
        StoredTable stored = new StoredTable(silo.chunks(), version.table(), version.fields(), version.rows());
        RowsWithout others = RowsWithout.of(stored, pseudonyms, job);
        if (others.isAll()) {
            return Optional.empty();
        }
        TableId table = TableId.random();
        try (TableWriter writer = new TableWriter(transaction.chunks(), table, version.fields(), budget)) {
            writer.append(stored, others, job);
            return Optional.of(new DataSet(
                    version.id(),
                    version.name(),
                    version.version(),
                    table,
                    version.fields(),
                    writer.finish(),
                    version.imported(),
                    version.attribution()));
        }
    }

    /** Whether the content of a rejected row names the person under one of these schemes. */
    private Predicate<String> named(Set<String> schemes) {
        return content -> BETWEEN.splitAsStream(content)
                .anyMatch(value -> pseudonyms.contains(value)
                        || schemes.stream()
                                .anyMatch(scheme -> pseudonyms.contains(
                                        silo.pseudonymiser(scheme).pseudonym(value))));
    }
}
