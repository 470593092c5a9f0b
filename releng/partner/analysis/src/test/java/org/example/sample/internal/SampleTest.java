package org.example.sample.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.analysis.Inputs;
import fr.sillage.api.analysis.Value;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final Values BY_REGION = Values.NONE.with("by", "region");

    @Test
    void theMostFrequentValueComesFirst() throws AnalysisException {
        Draft draft = new Sample().run(answering(3, 8), BY_REGION, JobControl.NONE);

        assertEquals(
                List.of(new Value.Label("south"), new Value.Label("north")),
                draft.tables().getFirst().rows().stream().map(List::getFirst).toList());
        Value.Number rows =
                (Value.Number) draft.tables().getFirst().rows().getFirst().get(1);
        assertEquals(8, rows.quantity().value());
        assertEquals(2, draft.findings().getFirst().candidates().size());
    }

    @Test
    void anEmptyColumnIsSaid() {
        AnalysisException e =
                assertThrows(AnalysisException.class, () -> new Sample().run(answering(), BY_REGION, JobControl.NONE));
        assertEquals("error.empty", e.reason().key().key());
    }

    /** What the platform would answer: so many rows for each region, each of another person. */
    private static Inputs answering(long... rows) {
        List<String> labels = List.of("north", "south").subList(0, rows.length);
        List<Cell> cells = new java.util.ArrayList<>();
        long total = 0;
        for (int code = 0; code < rows.length; code++) {
            cells.add(new Cell(Region.of(code), rows[code], rows[code]));
            total += rows[code];
        }
        cells.add(new Cell(Region.of(Region.ALL), total, total));
        Cells answer = new Cells(
                List.of(new FieldRef("data", "region")),
                Unit.ROW,
                List.of(labels),
                cells,
                true,
                new Cell(Region.of(Region.MISSING), 0, 0),
                new Cell(Region.of(Region.EXCLUDED), 0, 0));
        return new Inputs() {
            @Override
            @SuppressWarnings("unchecked")
            public <R> R ask(Query<R> query) {
                return (R) answer;
            }
        };
    }
}
