package fr.sillage.core.internal.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.core.imports.ImportException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StagesTest {
    @Test
    void allArriveInTheirOrder() throws ImportException {
        List<Integer> arrived = new ArrayList<>();
        try (Stages stages = new Stages(JobControl.NONE)) {
            Relay<Integer> first = stages.relay(2);
            Relay<Integer> second = stages.relay(3);
            stages.start("one", first, () -> IntStream.range(0, 1_000).forEach(first::give));
            stages.start("two", second, () -> first.each(i -> second.give(i * 2)));
            second.each(arrived::add);
        }
        assertEquals(IntStream.range(0, 1_000).map(i -> i * 2).boxed().toList(), arrived);
    }

    @Test
    void aFailureComesAfterAllThatWasGivenBeforeIt() {
        List<Integer> arrived = new ArrayList<>();
        Error failure = new OutOfMemoryError("made up");
        Error thrown = assertThrows(OutOfMemoryError.class, () -> {
            try (Stages stages = new Stages(JobControl.NONE)) {
                Relay<Integer> first = stages.relay(2);
                Relay<Integer> second = stages.relay(2);
                stages.start("one", first, () -> {
                    IntStream.range(0, 10).forEach(first::give);
                    throw failure;
                });
                stages.start("two", second, () -> first.each(second::give));
                second.each(arrived::add);
            }
        });
        assertSame(failure, thrown);
        assertEquals(10, arrived.size());
    }

    @Test
    void whatFailsFirstInTheOrderOfTheRowsIsTold() {
        ImportException thrown = assertThrows(ImportException.class, () -> {
            try (Stages stages = new Stages(JobControl.NONE)) {
                Relay<Integer> first = stages.relay(5);
                Relay<Integer> second = stages.relay(1);
                CountDownLatch failed = new CountDownLatch(1);
                stages.start("one", first, () -> {
                    first.give(1);
                    failed.countDown();
                    throw FileReading.refused("later");
                });
                stages.start("two", second, () -> {
                    await(failed);
                    first.each(i -> {
                        throw FileReading.refused("earlier");
                    });
                });
                second.each(i -> {});
            }
        });
        assertEquals("earlier", thrown.reason().key().key());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void noStepIsAtWorkAfterTheLastOneFailed() {
        AtomicBoolean ended = new AtomicBoolean();
        assertThrows(IllegalStateException.class, () -> {
            try (Stages stages = new Stages(JobControl.NONE)) {
                Relay<Integer> first = stages.relay(1);
                stages.start("endless", first, () -> {
                    try {
                        while (true) {
                            first.give(1);
                        }
                    } finally {
                        ended.set(true);
                    }
                });
                first.each(i -> {
                    throw new IllegalStateException("the disk is full");
                });
            }
        });
        assertTrue(ended.get());
    }

    @Test
    void aCancelledJobEndsWhoeverWaits() {
        AtomicInteger given = new AtomicInteger();
        JobControl job = new JobControl() {
            @Override
            public void progress(double fraction) {
                // nobody watches
            }

            @Override
            public boolean cancelled() {
                return given.get() == 2;
            }
        };
        assertThrows(JobCancelledException.class, () -> {
            try (Stages stages = new Stages(job)) {
                Relay<Integer> first = stages.relay(2);
                Relay<Integer> never = stages.relay(2);
                stages.start("one", first, () -> {
                    first.give(given.incrementAndGet());
                    first.give(given.incrementAndGet());
                    first.give(3);
                });
                never.each(i -> {});
            }
        });
    }
}
