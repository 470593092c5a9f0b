package fr.sillage.engine.aggregate.internal;

import fr.sillage.engine.cell.internal.CellNumbers;
import fr.sillage.engine.join.internal.ChoiceCodes;
import java.util.List;
import java.util.Optional;

/**
 * All regions that a row is in, each once, where a key may have several values at once: margins are no sums of cells
 * then. The codes of a region are one above those of the keys, and {@link #SPANNED} where it spans the key. Used by one
 * thread.
 */
final class ChosenRegions {
    static final int SPANNED = 1;

    /** Takes the number of a region. */
    interface Taker {
        void take(int region);
    }

    private final List<Optional<ChoiceCodes>> choices;
    private final CellNumbers numbers;
    private final int[][] codes;
    private final int[] region;

    /**
     * @param choices of each key, empty where a row has one value of it
     * @param numbers numbers the regions
     */
    ChosenRegions(List<Optional<ChoiceCodes>> choices, CellNumbers numbers) {
        this.choices = choices;
        this.numbers = numbers;
        this.codes = new int[choices.size()][1];
        this.region = new int[choices.size()];
    }

    /** In how many regions a row is on average, as far as the different texts tell; 1 where no key has several values. */
    static double average(List<Optional<ChoiceCodes>> choices) {
        if (choices.stream().allMatch(Optional::isEmpty)) {
            return 1;
        }
        return choices.stream()
                .mapToDouble(of -> 1 + of.map(ChoiceCodes::average).orElse(1.0))
                .reduce(1, (a, b) -> a * b);
    }

    /**
     * @param whole of each key the row's code; of several values that of their text
     * @return whether the row lacks no key; if it does, it is in no region
     */
    boolean each(int[] whole, Taker taker) {
        for (int key = 0; key < region.length; key++) {
            if (choices.get(key).isPresent()) {
                codes[key] = choices.get(key).get().of(whole[key]);
            } else {
                codes[key][0] = whole[key];
            }
            if (codes[key][0] == 0) {
                return false;
            }
        }
        each(0, taker);
        return true;
    }

    private void each(int key, Taker taker) {
        if (key == region.length) {
            taker.take(numbers.numberOf(region));
            return;
        }
        region[key] = SPANNED;
        each(key + 1, taker);
        for (int code : codes[key]) {
            region[key] = SPANNED + code;
            each(key + 1, taker);
        }
    }
}
