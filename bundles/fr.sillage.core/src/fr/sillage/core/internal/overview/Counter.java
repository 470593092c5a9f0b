package fr.sillage.core.internal.overview;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.DatePart;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Unit;
import fr.sillage.engine.ScanQueryEngine;
import fr.sillage.engine.TableReader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Asks the query engine about one table. */
final class Counter {
    static final String SLOT = "data";

    private final ScanQueryEngine engine;
    private final Key cheap;
    private final JobControl job;

    Counter(TableReader reader, JobControl job) {
        this.engine = new ScanQueryEngine(Map.of(SLOT, reader.table()));
        this.cheap = cheap(reader);
        this.job = job;
    }

    Cells by(List<? extends Key> keys) {
        return engine.answer(new Query.Aggregate(keys, Unit.ROW), job);
    }

    /** Rows and distinct persons that a filter takes. */
    Cell of(Filter filter) {
        return engine.answer(new Query.Aggregate(List.of(cheap), new Filter.Not(filter), Unit.ROW), job)
                .excluded();
    }

    /** Whether a column names the person. */
    static boolean knowsPersons(List<Field> fields) {
        return fields.stream().anyMatch(field -> field.roles().contains(RoleId.SUBJECT));
    }

    /** Something to group by that costs little, where only the filter matters. */
    private static Key cheap(TableReader reader) {
        List<Field> fields = reader.table().fields();
        for (Field field : fields) {
            FieldRef column = new FieldRef(SLOT, field.name());
            if (field.type() == Type.INTEGER || field.type() == Type.DECIMAL) {
                return new Key.Bands(column, List.of(BigDecimal.ZERO));
            }
            if (field.type() == Type.DATE || field.type() == Type.TIMESTAMP) {
                return new Key.Part(column, DatePart.YEAR);
            }
        }
        int fewest = IntStream.range(0, fields.size())
                .boxed()
                .min(Comparator.comparingInt(column -> values(reader, column)))
                .orElseThrow();
        return new FieldRef(SLOT, fields.get(fewest).name());
    }

    private static int values(TableReader reader, int column) {
        return reader.chunks() == 0
                ? 0
                : Arrays.stream(reader.codes(column, 0)).max().orElse(0);
    }
}
