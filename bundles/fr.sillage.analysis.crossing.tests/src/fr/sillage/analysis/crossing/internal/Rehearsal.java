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
import fr.sillage.api.query.Query;
import fr.sillage.core.gate.PublicationRule;
import fr.sillage.core.gate.SuppressingGate;
import fr.sillage.engine.MemoryChunkStore;
import fr.sillage.engine.ScanQueryEngine;
import fr.sillage.engine.StoredTable;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TableWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One crossing from records to what is published, on the real engine and gate.
 *
 * @param evidence what the analysis was told, unknown to whoever reads the result
 * @param published the result
 */
record Rehearsal(Cells evidence, Published published) {
    /** One row. */
    record Record(String person, String row, String column) {}

    static Rehearsal of(List<Record> records, String unit, int threshold) throws AnalysisException {
        List<Field> fields = List.of(
                new Field("person", Type.CATEGORY, Set.of(RoleId.SUBJECT), Privacy.DIRECT_IDENTIFIER),
                new Field("a", Type.CATEGORY, Set.of(), Privacy.OTHER),
                new Field("b", Type.CATEGORY, Set.of(), Privacy.OTHER));
        MemoryChunkStore store = new MemoryChunkStore();
        TableId id = TableId.random();
        TableWriter writer = new TableWriter(store, id, fields);
        writer.append(List.of(
                texts(records.stream().map(Record::person)),
                texts(records.stream().map(Record::row)),
                texts(records.stream().map(Record::column))));
        long rows = writer.finish();
        ScanQueryEngine engine = new ScanQueryEngine(Map.of("registrations", new StoredTable(store, id, fields, rows)));
        List<Cells> answers = new ArrayList<>();
        Inputs inputs = new Inputs() {
            @Override
            public <R> R ask(Query<R> query) {
                R answer = engine.answer(query, JobControl.NONE);
                answers.add((Cells) answer);
                return answer;
            }
        };
        Values values = new Values(Map.of("rows", "a", "columns", "b", "unit", unit));
        Draft draft = new Crossing().run(inputs, values, JobControl.NONE);
        Published published = new SuppressingGate()
                .publish(draft, answers.getFirst(), new PublicationRule(threshold), Crossing.ID, values, List.of());
        return new Rehearsal(answers.getFirst(), published);
    }

    private static Column texts(java.util.stream.Stream<String> values) {
        return new Column.Texts(values.toArray(String[]::new));
    }
}
