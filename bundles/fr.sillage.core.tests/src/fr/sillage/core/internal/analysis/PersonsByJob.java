package fr.sillage.core.internal.analysis;

import fr.sillage.api.analysis.Analysis;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.analysis.Table;
import fr.sillage.api.analysis.TableColumn;
import fr.sillage.api.analysis.Value;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TableWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A data set of persons, each once, with a job and a time of the day, and an analysis that counts jobs by time.
 *
 * @param persons of each job
 * @param morning whether the n-th of a job comes in the morning
 */
record PersonsByJob(List<Integer> persons, IntPredicate morning) {
    static final String SLOT = "slot";

    private static final List<Field> FIELDS = List.of(
            new Field("person", Type.TEXT, Set.of(RoleId.SUBJECT), Privacy.OTHER),
            new Field("job", Type.CATEGORY, Set.of(), Privacy.OTHER),
            new Field("time", Type.CATEGORY, Set.of(), Privacy.OTHER));

    /** As a new data set, or in place of what is there. */
    void store(Silo silo, DataSetId id, int version) {
        List<List<String>> columns =
                FIELDS.stream().<List<String>>map(field -> new ArrayList<>()).toList();
        for (int job = 0; job < persons.size(); job++) {
            for (int n = 0; n < persons.get(job); n++) {
                columns.get(0).add("p" + columns.get(0).size());
                columns.get(1).add("job " + job);
                columns.get(2).add(morning.test(n) ? "morning" : "evening");
            }
        }
        DataSet data = new DataSet(
                id, "data", version, TableId.random(), FIELDS, columns.get(0).size(), Instant.EPOCH, "");
        try (SiloTransaction transaction = silo.begin()) {
            TableWriter writer = new TableWriter(transaction.chunks(), data.table(), FIELDS);
            writer.append(columns.stream()
                    .<Column>map(column -> new Column.Texts(column.toArray(String[]::new)))
                    .toList());
            writer.finish();
            silo.dataSet(id).ifPresentOrElse(before -> transaction.replace(before, data), () -> transaction.add(data));
            transaction.commit();
        }
    }

    /** @param ran told of each run */
    static Analysis counting(Runnable ran) {
        return (in, values, control) -> {
            ran.run();
            Cells cells = in.ask(
                    new Query.Aggregate(List.of(new FieldRef(SLOT, "job"), new FieldRef(SLOT, "time")), Unit.ROW));
            List<List<Value>> rows = new ArrayList<>();
            for (int job = 0; job < cells.labels(0).size(); job++) {
                rows.add(List.of(
                        new Value.Label(cells.labels(0).get(job)),
                        new Value.Number(cells.rows(Region.of(job, Region.ALL)))));
            }
            return new Draft(
                    List.of(new Table(
                            "jobs",
                            List.of(
                                    new TableColumn("job", TableColumn.Kind.LABEL),
                                    new TableColumn("rows", TableColumn.Kind.INTEGER)),
                            rows)),
                    List.of(),
                    List.of());
        };
    }
}
