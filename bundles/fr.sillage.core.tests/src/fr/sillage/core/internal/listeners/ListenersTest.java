package fr.sillage.core.internal.listeners;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ListenersTest {
    private final Listeners<Consumer<String>> listeners = new Listeners<>();
    private final List<String> heard = new ArrayList<>();

    @Test
    void whoFailsIsToldNoMoreAndTheOthersHearAllTheSame() {
        listeners.add(news -> {
            heard.add("failing " + news);
            throw new IllegalStateException("gone");
        });
        listeners.add(heard::add);

        listeners.tell(listener -> listener.accept("one"));
        listeners.tell(listener -> listener.accept("two"));

        assertEquals(List.of("failing one", "one", "two"), heard);
    }

    @Test
    void whoEndsItHearsNothing() {
        Runnable end = listeners.add(heard::add);
        end.run();
        listeners.tell(listener -> listener.accept("one"));

        assertEquals(List.of(), heard);
    }
}
