package fr.sillage.engine.key.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Categories in their order.
 *
 * @param places for each code its position in the texts; -1 where it is not among them
 * @param texts the categories that occur, in their order
 */
public record Labels(int[] places, List<String> texts) {
    /** Those of the codes from 1 to {@code highest} that occur, ordered by what they stand for. */
    static <T extends Comparable<? super T>> Labels sorted(
            int highest, IntPredicate occurs, IntFunction<T> order, IntFunction<String> text) {
        record Entry<T>(int code, T order) {}
        List<Entry<T>> entries = new ArrayList<>();
        IntStream.rangeClosed(1, highest)
                .filter(occurs)
                .forEach(code -> entries.add(new Entry<>(code, order.apply(code))));
        entries.sort((a, b) -> a.order().compareTo(b.order()));
        int[] places = new int[highest + 1];
        Arrays.fill(places, -1);
        List<String> texts = new ArrayList<>(entries.size());
        for (Entry<T> entry : entries) {
            places[entry.code()] = texts.size();
            texts.add(text.apply(entry.code()));
        }
        return new Labels(places, texts);
    }

    /** Both, these first; no code is among both. */
    Labels followedBy(Labels others) {
        List<String> all = new ArrayList<>(texts);
        all.addAll(others.texts);
        int[] placesOfAll = Arrays.copyOf(others.places, Math.max(places.length, others.places.length));
        Arrays.fill(placesOfAll, others.places.length, placesOfAll.length, -1);
        for (int code = 0; code < placesOfAll.length; code++) {
            if (placesOfAll[code] >= 0) {
                placesOfAll[code] += texts.size();
            } else if (code < places.length) {
                placesOfAll[code] = places[code];
            }
        }
        return new Labels(placesOfAll, all);
    }
}
