package fr.sillage.core.internal.analysis;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.data.Field;
import fr.sillage.api.published.Published;
import fr.sillage.core.analysis.SlotTable;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.gate.PublicationRule;
import fr.sillage.core.gate.seen.SeenBefore;
import fr.sillage.core.internal.analysis.Publishing.Run;
import fr.sillage.engine.SharedCache;
import fr.sillage.engine.TableId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.WeakHashMap;

/**
 * Published results in memory, within a budget that communities share fairly. The gate hides what its reader could
 * tell from earlier results: one is found again by whoever asks the same of the same rows, under the same threshold,
 * and has seen exactly the same before. Thread-safe.
 */
final class ResultCache {
    private static final long VALUE_BYTES = 40;
    private static final long ROW_BYTES = 80;
    private static final long FINDING_BYTES = 400;
    private static final long BYTES = 2_000;

    private final Readers readers;
    private final SharedCache results;
    /** An analysis that was replaced is another one; a result must not hold its code. */
    private final Map<AnalysisDescriptor, UUID> analyses = new WeakHashMap<>();

    /** @param budget bytes */
    ResultCache(long budget, Readers readers) {
        this.readers = readers;
        this.results = new SharedCache(budget);
    }

    /**
     * What is asked.
     *
     * @param id of the analysis as it is now
     * @param values parameters with filters and folded categories
     */
    record Question(AnalysisDescriptor analysis, UUID id, List<Rows> of, Values values, int threshold) {}

    /** A data set's rows, and what a result tells of them. */
    record Rows(String slot, String name, int version, TableId table, List<Field> fields) {}

    private record Key(UUID analysis, List<Rows> of, Values values, int threshold, String seen)
            implements SharedCache.Key {}

    /** A run without the analysis that was run. */
    private record Kept(Published published, TableId table, String seen) implements SharedCache.Held {
        @Override
        public long bytes() {
            long tables = published.tables().stream()
                    .mapToLong(t -> t.rows().size()
                            * (ROW_BYTES + VALUE_BYTES * t.columns().size()))
                    .sum();
            return BYTES + tables + FINDING_BYTES * published.findings().size() + 2L * seen.length();
        }
    }

    /** Runs an analysis. */
    interface Work {
        Run run() throws AnalysisException;
    }

    Question question(AnalysisDescriptor analysis, Map<String, SlotTable> data, Values values, PublicationRule rule) {
        List<Rows> of = data.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Rows(
                        entry.getKey(),
                        entry.getValue().name(),
                        entry.getValue().version(),
                        entry.getValue().table().id(),
                        entry.getValue().table().fields()))
                .toList();
        return new Question(analysis, id(analysis), of, values, rule.threshold());
    }

    private synchronized UUID id(AnalysisDescriptor analysis) {
        return analyses.computeIfAbsent(analysis, a -> UUID.randomUUID());
    }

    /**
     * A result that is held, or else that of the work.
     *
     * @param ledgers by slot; where there is not one alone, or nothing is hidden, nothing is held
     */
    Run run(CommunityId community, Question question, Map<String, Ledger> ledgers, JobControl job, Work work)
            throws AnalysisException {
        if (!holds(question, ledgers)) {
            return work.run();
        }
        Optional<Run> held =
                readers.again(ledgers.values().iterator().next(), job, seen -> find(community, question, seen));
        if (held.isPresent()) {
            return held.get();
        }
        long before = results.share(community).cleared();
        Run run = work.run();
        Kept kept = new Kept(run.published(), run.table(), run.seen());
        results.share(community).keep(key(question, run.before()), kept, before);
        return run;
    }

    /** A result that is held, where nothing has to be waited for. */
    Optional<Run> atOnce(CommunityId community, Question question, Map<String, Ledger> ledgers) {
        return holds(question, ledgers)
                ? readers.againNow(ledgers.values().iterator().next(), seen -> find(community, question, seen))
                : Optional.empty();
    }

    private static boolean holds(Question question, Map<String, Ledger> ledgers) {
        return ledgers.size() == 1 && question.threshold() > 1;
    }

    private Optional<Run> find(CommunityId community, Question question, List<String> seen) {
        return results.share(community)
                .find(key(question, seen), Kept.class)
                .map(kept -> new Run(question.analysis(), kept.published(), kept.table(), kept.seen(), seen));
    }

    /** Forgets all of a community, and what is being made of its rows now. */
    void forget(CommunityId community) {
        results.share(community).clear();
    }

    SharedCache.Usage usage() {
        return results.usage();
    }

    private static Key key(Question question, List<String> seen) {
        return new Key(question.id(), question.of(), question.values(), question.threshold(), digest(seen));
    }

    /** What can be told from few tables does not depend on their order; of many the gate looks at the latest. */
    private static String digest(List<String> seen) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            (seen.size() > SeenBefore.MOST_POPULATIONS
                            ? seen.stream()
                            : seen.stream().sorted())
                    .forEach(text -> {
                        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                        digest.update(bytes);
                    });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
