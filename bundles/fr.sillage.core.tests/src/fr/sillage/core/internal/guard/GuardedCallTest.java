package fr.sillage.core.internal.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.api.JobControl;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class GuardedCallTest {
    private final List<Double> told = new ArrayList<>();
    private final AtomicReference<JobControl> kept = new AtomicReference<>();
    private final GuardedCall<String> call = new GuardedCall<>(
            new JobControl() {
                @Override
                public void progress(double fraction) {
                    told.add(fraction);
                }

                @Override
                public boolean cancelled() {
                    return false;
                }
            },
            own -> {
                kept.set(own.job());
                own.job().progress(7);
                own.job().progress(Double.NaN);
                return "result";
            });

    @Test
    void nonsensicalProgressIsMadeSense() {
        call.run();

        assertEquals(List.of(1.0, -1.0), told);
    }

    @Test
    void whatKeepsItsJobAfterTheEndTellsNothingAnyMore() {
        call.run();
        told.clear();
        kept.get().progress(0.5);

        assertEquals("result", call.result());
        assertEquals(List.of(), told);
    }
}
