package fr.sillage.analysis.crossing.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.analysis.Inputs;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.published.Published;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Query;
import fr.sillage.core.gate.PublicationGate;
import fr.sillage.core.gate.PublicationRule;
import fr.sillage.core.gate.known.SeenTable;
import fr.sillage.core.gate.known.Surroundings;
import fr.sillage.core.gate.rare.RareCategories;
import fr.sillage.core.gate.seen.SeenBefore;
import fr.sillage.core.gate.suppression.SuppressingGate;
import fr.sillage.engine.MemoryChunkStore;
import fr.sillage.engine.QueryEngine;
import fr.sillage.engine.ScanQueryEngine;
import fr.sillage.engine.StoredTable;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TableWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One crossing from records to what is published, on the real engine and gate.
 *
 * @param evidence what the analysis was told, unknown to whoever reads the result
 * @param published the result
 * @param seen the result, for what is published to the same reader later
 */
record Rehearsal(Cells evidence, Published published, SeenTable seen) {
    static final String SLOT = "registrations";

    /** One row. */
    record Record(String person, String row, String column, String other) {
        Record(String person, String row, String column) {
            this(person, row, column, "");
        }
    }

    static Rehearsal of(List<Record> records, String unit, int threshold) throws AnalysisException {
        return new Data(records).publish(Filter.ALL, unit, threshold, List.of());
    }

    /** Records as a stored table: columns person, a, b, c. */
    static final class Data {
        private static final List<Field> FIELDS = List.of(
                new Field("person", Type.CATEGORY, Set.of(RoleId.SUBJECT), Privacy.DIRECT_IDENTIFIER),
                new Field("a", Type.CATEGORY, Set.of(), Privacy.OTHER),
                new Field("b", Type.CATEGORY, Set.of(), Privacy.OTHER),
                new Field("c", Type.CATEGORY, Set.of(), Privacy.OTHER));

        private final QueryEngine engine;

        Data(List<Record> records) {
            MemoryChunkStore store = new MemoryChunkStore();
            TableId id = TableId.random();
            TableWriter writer = new TableWriter(store, id, FIELDS);
            writer.append(List.of(
                    texts(records.stream().map(Record::person)),
                    texts(records.stream().map(Record::row)),
                    texts(records.stream().map(Record::column)),
                    texts(records.stream().map(Record::other))));
            long rows = writer.finish();
            engine = new ScanQueryEngine(Map.of(SLOT, new StoredTable(store, id, FIELDS, rows)));
        }

        /** Names for the categories of both columns that the gate gathers. */
        Map<String, Map<String, String>> gathered(int threshold) {
            RareCategories rare = new RareCategories(engine, new PublicationRule(threshold), JobControl.NONE);
            Map<String, Map<String, String>> names = new HashMap<>();
            for (String column : List.of("a", "b")) {
                rare.of(new FieldRef(SLOT, column))
                        .ifPresent(found -> names.put(column, ((Key.Folded) found.key()).names()));
            }
            return names;
        }

        /** @param seen what the reader has seen of these data */
        Rehearsal publish(Filter filter, String unit, int threshold, List<SeenTable> seen) throws AnalysisException {
            return publish(filter, Map.of(), unit, threshold, seen);
        }

        /** As if nothing were known of these data, not even the page of the data set. */
        Rehearsal publishAlone(Filter filter, Map<String, Map<String, String>> folded, String unit, int threshold)
                throws AnalysisException {
            return publish(filter, folded, unit, threshold, before -> Surroundings.NONE, JobControl.NONE);
        }

        /** @param folded for columns, names for categories that count as one */
        Rehearsal publish(
                Filter filter,
                Map<String, Map<String, String>> folded,
                String unit,
                int threshold,
                List<SeenTable> seen)
                throws AnalysisException {
            return publish(filter, folded, unit, threshold, seen, JobControl.NONE);
        }

        /** @param job of the gate */
        Rehearsal publish(
                Filter filter,
                Map<String, Map<String, String>> folded,
                String unit,
                int threshold,
                List<SeenTable> seen,
                JobControl job)
                throws AnalysisException {
            return publish(filter, folded, unit, threshold, before -> before.tables(seen), job);
        }

        private Rehearsal publish(
                Filter filter,
                Map<String, Map<String, String>> folded,
                String unit,
                int threshold,
                Function<SeenBefore, Surroundings> known,
                JobControl job)
                throws AnalysisException {
            List<Cells> answers = new ArrayList<>();
            List<Query.Aggregate> asked = new ArrayList<>();
            Inputs inputs = new Inputs() {
                @Override
                public <R> R ask(Query<R> query) {
                    Query.Aggregate plain = (Query.Aggregate) query;
                    List<Key> by = plain.by().stream()
                            .map(key -> folded.containsKey(key.column())
                                    ? new Key.Folded(key.field(), folded.get(key.column()))
                                    : key)
                            .toList();
                    Query.Aggregate narrowed = new Query.Aggregate(by, filter, plain.unit());
                    asked.add(narrowed);
                    answers.add(engine.answer(narrowed, JobControl.NONE));
                    @SuppressWarnings("unchecked")
                    R answer = (R) answers.getLast();
                    return answer;
                }
            };
            Values values = new Values(Map.of("rows", "a", "columns", "b", "unit", unit));
            Draft draft = new Crossing().run(inputs, values, JobControl.NONE);
            PublicationRule rule = new PublicationRule(threshold);
            Filter population = SeenTable.population(asked.getFirst().by(), filter);
            Surroundings surroundings = known.apply(new SeenBefore(engine, answers.getFirst(), population, rule, job));
            PublicationGate.Release release = new SuppressingGate()
                    .publish(draft, answers.getFirst(), rule, surroundings, Crossing.ID, values, List.of(), job);
            return new Rehearsal(
                    answers.getFirst(),
                    release.published(),
                    new SeenTable(asked.getFirst().by(), population, release.hidden(), release.everything()));
        }

        private static Column texts(Stream<String> values) {
            return new Column.Texts(values.toArray(String[]::new));
        }
    }
}
