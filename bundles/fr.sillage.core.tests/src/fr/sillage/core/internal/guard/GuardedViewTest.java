package fr.sillage.core.internal.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.core.extension.ContributedView;
import fr.sillage.core.extension.ExtensionException;
import fr.sillage.core.extension.ExtensionException.Why;
import fr.sillage.core.extension.ExtensionFault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class GuardedViewTest extends ExtensionGuardFixture {
    @Test
    void aViewIsUsedInTheCallersThreadAndMadeAnewEachTime() {
        List<Object> seen = new ArrayList<>();
        ContributedView view = guard.view(BY, StringBuilder::new);

        view.use(StringBuilder.class, seen::add);
        view.use(StringBuilder.class, made -> seen.add(Thread.currentThread()));
        view.use(StringBuilder.class, seen::add);

        assertEquals(Thread.currentThread(), seen.get(1));
        assertNotSame(seen.get(0), seen.get(2));
        assertEquals(List.of(), guard.faults());
    }

    @Test
    void aViewThatThrowsOrIsNoneIsBlamed() {
        ContributedView view = guard.view(BY, () -> "no view");

        for (Consumer<String> work : List.<Consumer<String>>of(
                made -> {
                    throw new IllegalStateException("secret");
                },
                made -> {
                    throw new OutOfMemoryError("secret");
                })) {
            ExtensionException failure = assertThrows(ExtensionException.class, () -> view.use(String.class, work));
            assertEquals(Why.FAILED, failure.why());
            assertFalse(guard.faults().getFirst().detail().contains("secret"));
        }
        assertThrows(ExtensionException.class, () -> view.use(Integer.class, made -> {}));
        assertEquals(3, guard.faults().size());
        assertFalse(guard.isQuarantined("test.bundle"));
    }

    @Test
    void aViewThatIsTooLongIsInterruptedAndItsBundleQuarantined() {
        ContributedView view = guard.view(BY, Object::new);

        ExtensionException failure = assertThrows(
                ExtensionException.class, () -> view.use(Object.class, made -> sleep(TimeUnit.MINUTES.toMillis(1))));

        assertEquals(Why.HUNG, failure.why());
        assertEquals(Kind.HUNG, guard.faults().getFirst().kind());
        assertTrue(guard.isQuarantined("test.bundle"));
        assertFalse(Thread.interrupted(), "the caller's thread goes on as before");
        assertEquals(
                Why.QUARANTINED,
                assertThrows(ExtensionException.class, () -> view.use(Object.class, made -> {}))
                        .why());
        assertEquals(0, guard.abandonedThreads());
    }

    @Test
    @SuppressWarnings("removal")
    void theEndOfTheBrowserSessionIsNotTheViewsFault() {
        ContributedView view = guard.view(BY, Object::new);

        assertThrows(
                ThreadDeath.class,
                () -> view.use(Object.class, made -> {
                    throw new ThreadDeath();
                }));
        assertEquals(List.of(), guard.faults());
    }

    @Test
    void aViewOfABundleThatIsGoneDrawsNoMore() {
        ContributedView view = guard.view(BY, Object::new);
        guard.stopped("test.bundle");

        assertEquals(
                Why.GONE,
                assertThrows(ExtensionException.class, () -> view.use(Object.class, made -> {}))
                        .why());
    }
}
