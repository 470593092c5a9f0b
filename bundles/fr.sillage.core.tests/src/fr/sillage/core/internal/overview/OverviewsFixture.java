package fr.sillage.core.internal.overview;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Profile;
import fr.sillage.core.fakes.Members;
import fr.sillage.core.fakes.MemorySilos;
import fr.sillage.core.overview.ColumnOverview;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TableWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Columns that a test makes up, stored and looked at. */
abstract class OverviewsFixture {
    static final int THRESHOLD = 5;

    final CommunityContext reader = Members.of(Profile.READER);
    final MemorySilos silos = new MemorySilos();
    final SiloOverviews overviews = new SiloOverviews(silos);
    final List<Field> fields = new ArrayList<>();
    final List<Column> columns = new ArrayList<>();

    @BeforeEach
    void silo() {
        silos.create(reader.community().id());
    }

    @AfterEach
    void stop() {
        overviews.stop();
    }

    OverviewsFixture texts(String name, Type type, Set<RoleId> roles, int rows, IntFunction<String> value) {
        fields.add(new Field(name, type, roles, Privacy.OTHER));
        String[] values = new String[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = value.apply(row);
        }
        columns.add(new Column.Texts(values));
        return this;
    }

    OverviewsFixture category(String name, int rows, IntFunction<String> value) {
        return texts(name, Type.CATEGORY, Set.of(RoleId.CATEGORY), rows, value);
    }

    OverviewsFixture persons(int rows, IntFunction<String> value) {
        return texts("person", Type.CATEGORY, Set.of(RoleId.SUBJECT), rows, value);
    }

    OverviewsFixture numbers(String name, Type type, int rows, IntFunction<Long> value) {
        fields.add(new Field(name, type, Set.of(), Privacy.OTHER));
        long[] values = new long[rows];
        BitSet missing = new BitSet();
        for (int row = 0; row < rows; row++) {
            Long one = value.apply(row);
            values[row] = one == null ? 0 : one;
            missing.set(row, one == null);
        }
        columns.add(new Column.Longs(values, missing));
        return this;
    }

    DataSet stored() {
        int rows = columns.getFirst().size();
        try (SiloTransaction transaction = silos.open(reader).begin()) {
            TableId table = TableId.random();
            TableWriter writer = new TableWriter(transaction.chunks(), table, fields);
            writer.append(List.copyOf(columns));
            writer.finish();
            DataSet data = new DataSet(DataSetId.random(), "data", 1, table, fields, rows, Instant.EPOCH, "");
            transaction.add(data);
            transaction.commit();
            return data;
        }
    }

    /** Stores the columns and looks at them. */
    List<ColumnOverview> overview() throws InterruptedException {
        DataSet data = stored();
        ColumnOverview[] seen = new ColumnOverview[fields.size()];
        CountDownLatch all = new CountDownLatch(fields.size());
        overviews.compute(reader, data.id(), (index, overview) -> {
            seen[index] = overview.orElse(null);
            all.countDown();
        });
        assertTrue(all.await(30, TimeUnit.SECONDS));
        assertTrue(List.of(seen).stream().allMatch(Objects::nonNull));
        return List.of(seen);
    }

    /** Whether rows are told as a number that may be any of enough others. */
    static boolean isRounded(ColumnOverview overview, long told, long rows) {
        long step = summary(overview, "step");
        boolean round = told % step == 0 || told == summary(overview, "rows");
        return round && Math.abs(told - rows) <= step / 2 && step >= 4 * THRESHOLD;
    }

    /** Name and rounded rows of each line; -1 where it is withheld. */
    static Map<String, Long> values(ColumnOverview overview) {
        Map<String, Long> values = new LinkedHashMap<>();
        for (List<PublishedValue> row : overview.published().table("values").rows()) {
            String name = switch (row.getFirst()) {
                case PublishedValue.Label label -> label.text();
                case PublishedValue.Term term -> "*" + term.id();
                default -> throw new AssertionError(row.getFirst());
            };
            values.put(name, row.getLast() instanceof PublishedValue.Number number ? (long) number.value() : -1);
        }
        return values;
    }

    static long summary(ColumnOverview overview, String name) {
        PublishedTable summary = overview.published().table("summary");
        return summary.rows().stream()
                .filter(row -> row.getFirst().equals(new PublishedValue.Term(name)))
                .map(List::getLast)
                .map(value -> value instanceof PublishedValue.Number number ? (long) number.value() : -1)
                .findFirst()
                .orElseThrow();
    }
}
