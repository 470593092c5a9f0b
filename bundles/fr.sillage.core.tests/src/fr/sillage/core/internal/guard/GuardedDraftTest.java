package fr.sillage.core.internal.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.api.analysis.Analysis;
import fr.sillage.api.analysis.Bounds;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.analysis.Interval;
import fr.sillage.api.analysis.Quantity;
import fr.sillage.api.analysis.Scale;
import fr.sillage.api.analysis.Table;
import fr.sillage.api.analysis.TableColumn;
import fr.sillage.api.analysis.Value;
import fr.sillage.api.query.Region;
import fr.sillage.core.extension.ExtensionException;
import fr.sillage.core.extension.ExtensionException.Why;
import fr.sillage.core.extension.ExtensionFault.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The gate's work on a draft, whose bounds are contributed code. */
class GuardedDraftTest extends ExtensionGuardFixture {
    /** What the platform does with a draft is not the work of whoever made it. */
    @Test
    void theGateThatDoesNotListenIsNoFaultOfTheAnalysis() throws InterruptedException {
        Switch job = new Switch();

        assertThrows(
                JobCancelledException.class,
                () -> supervised(job, draft -> {
                    job.on = true;
                    awaitEnd();
                }));
        sleep(1_500);

        assertEquals(List.of(), guard.faults());
        assertFalse(guard.isQuarantined("test.bundle"));
    }

    @Test
    void boundsThatDoNotListenAreAFaultOfTheAnalysis() {
        Switch job = new Switch();
        Bounds deaf = possible -> {
            job.on = true;
            awaitEnd();
            return Optional.empty();
        };

        assertThrows(
                JobCancelledException.class,
                () -> supervised(job, draftWith(deaf), draft -> bounds(draft).over(region -> Interval.of(1))));

        assertEquals(Kind.DEAF, guard.faults().getFirst().kind());
    }

    @Test
    void boundsWithoutASignOfLifeAreGivenUp() {
        Bounds hanging = possible -> {
            awaitEnd();
            return Optional.empty();
        };

        ExtensionException hung = assertThrows(
                ExtensionException.class,
                () -> supervised(
                        JobControl.NONE,
                        draftWith(hanging),
                        draft -> bounds(draft).over(region -> Interval.of(1))));

        assertEquals(Why.HUNG, hung.why());
    }

    /** The platform's own work for the bounds does not count as theirs. */
    @Test
    void whatTheBoundsAskThePlatformIsNoFaultOfTheAnalysis() {
        Switch job = new Switch();

        assertThrows(
                JobCancelledException.class,
                () -> supervised(
                        job,
                        draftWith(possible -> Optional.of(possible.apply(Region.of(0)))),
                        draft -> bounds(draft).over(region -> {
                            job.on = true;
                            awaitEnd();
                            return Interval.of(1);
                        })));

        assertEquals(List.of(), guard.faults());
    }

    private void supervised(JobControl job, Consumer<Draft> work) {
        supervised(job, EMPTY, work);
    }

    private void supervised(JobControl job, Draft draft, Consumer<Draft> work) {
        Supervised analysis = (Supervised) guard.analysis(BY, () -> (Analysis) (in, values, control) -> EMPTY);
        analysis.supervise(job, draft, (watched, given) -> {
            work.accept(given);
            return "published";
        });
    }

    private static Draft draftWith(Bounds bounds) {
        Quantity quantity = new Quantity(1, Set.of(Region.of(0)), Scale.COUNT, bounds);
        return new Draft(
                List.of(new Table(
                        "t",
                        List.of(new TableColumn("n", TableColumn.Kind.INTEGER)),
                        List.of(List.of(new Value.Number(quantity))))),
                List.of(),
                List.of());
    }

    private static Bounds bounds(Draft draft) {
        return ((Value.Number) draft.tables().getFirst().rows().getFirst().getFirst())
                .quantity()
                .bounds();
    }
}
