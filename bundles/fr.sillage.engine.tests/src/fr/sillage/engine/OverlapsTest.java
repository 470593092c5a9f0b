package fr.sillage.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverlapsTest {
    private static final String SLOT = RandomQueries.SLOT;

    /** Each part of the overlap is what a query counts whose filter says the same. */
    @Test
    void countsEachPartAsAFilterDoes() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            RandomData data = RandomData.of(random, 400, 6);
            RandomQueries asked = new RandomQueries(random, data);
            QueryEngine engine = new ScanQueryEngine(Map.of(SLOT, data.table().write(new MemoryChunkStore(), 150)));
            List<Filter> groups = IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(i -> asked.aggregate().filter())
                    .toList();
            FieldRef region = new FieldRef(SLOT, "region");
            Cells overlaps = engine.overlaps(SLOT, List.of(region), groups, JobControl.NONE);
            for (int part = 1; part < 1 << groups.size(); part++) {
                int pattern = part;
                List<Filter> all = IntStream.range(0, groups.size())
                        .mapToObj(i -> (pattern & 1 << i) != 0 ? groups.get(i) : new Filter.Not(groups.get(i)))
                        .toList();
                Cells expected = engine.answer(
                        new Query.Aggregate(List.<Key>of(region), new Filter.And(all), Unit.ROW), JobControl.NONE);
                StringBuilder text = new StringBuilder();
                IntStream.range(0, groups.size()).forEach(i -> text.append(pattern >> i & 1));
                int code = overlaps.labels(1).indexOf(text.toString());
                for (int i = 0; i < overlaps.labels(0).size(); i++) {
                    int place = expected.labels(0).indexOf(overlaps.labels(0).get(i));
                    Cell counted = place < 0 ? new Cell(Region.of(0), 0, 0) : expected.cell(Region.of(place));
                    Cell found = code < 0 ? new Cell(Region.of(0), 0, 0) : overlaps.cell(Region.of(i, code));
                    assertEquals(counted.rows(), found.rows(), "seed " + seed);
                    assertEquals(counted.persons(), found.persons(), "seed " + seed);
                }
            }
        }
    }

    @Test
    void withoutKeysItCountsAllRowsTogether() {
        Random random = new Random(7);
        RandomData data = RandomData.of(random, 300, 5);
        QueryEngine engine = new ScanQueryEngine(Map.of(SLOT, data.table().write(new MemoryChunkStore(), 150)));
        Cells overlaps = engine.overlaps(
                SLOT,
                List.of(),
                List.of(Filter.ALL, new Filter.Missing(new FieldRef(SLOT, "region"))),
                JobControl.NONE);
        assertEquals(300, overlaps.cell(overlaps.total()).rows());
        assertEquals(List.of("10", "11"), overlaps.labels(0));
    }
}
