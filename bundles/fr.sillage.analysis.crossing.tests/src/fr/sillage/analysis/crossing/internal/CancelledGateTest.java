package fr.sillage.analysis.crossing.internal;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.query.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The gate looks often whether it should end, alone and beside what was seen before, and ends at the next look. */
class CancelledGateTest {
    private static final int SIDE = 12;

    /** Cancelled from a certain look on. */
    private static final class Watched implements JobControl {
        private final long from;
        private long looks;

        Watched(long from) {
            this.from = from;
        }

        @Override
        public void progress(double fraction) {
            // of no interest
        }

        @Override
        public boolean cancelled() {
            return ++looks >= from;
        }
    }

    @Test
    void endsAtTheNextLook() throws AnalysisException {
        Random random = new Random(1);
        List<Rehearsal.Record> records = new ArrayList<>();
        for (int n = 0; n < 2_000; n++) {
            records.add(new Rehearsal.Record("p" + n, "r" + small(random), "c" + small(random)));
        }
        Rehearsal.Data data = new Rehearsal.Data(records);
        Map<String, Map<String, String>> folded = Map.of("b", Map.of("c10", "others", "c11", "others"));
        Rehearsal seen = data.publish(Filter.ALL, folded, "rows", 5, List.of());

        Watched whole = new Watched(Long.MAX_VALUE);
        data.publish(Filter.ALL, Map.of(), "rows", 5, List.of(seen.seen()), whole);

        assertTrue(whole.looks > SIDE * SIDE, whole.looks + " looks");
        for (long look = 1; look <= whole.looks; look += whole.looks / 10) {
            Watched cancelled = new Watched(look);
            assertThrows(
                    JobCancelledException.class,
                    () -> data.publish(Filter.ALL, Map.of(), "rows", 5, List.of(seen.seen()), cancelled));
            assertTrue(cancelled.looks == look, cancelled.looks + " looks, told at " + look);
        }
    }

    /** Late numbers are rare. */
    private static int small(Random random) {
        return random.nextInt(1 + random.nextInt(SIDE));
    }
}
