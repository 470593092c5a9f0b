package fr.sillage.engine;

import fr.sillage.engine.table.internal.HashCodes;
import fr.sillage.engine.table.internal.TextHash;

/**
 * Numbers different texts from 1 in the order of their coming. It remembers 128 bits of each instead of the texts: some
 * 24 bytes a text, out of a budget. Used by one thread.
 */
public final class TextNumbers implements AutoCloseable {
    private static final int AT_ONCE = HashCodes.AT_ONCE;

    private final TextHash hash = TextHash.random();
    private final HashCodes numbers;
    private final int[] rows = new int[AT_ONCE];
    private final int[] known = new int[AT_ONCE];
    private final long[] lows = new long[AT_ONCE];
    private final long[] highs = new long[AT_ONCE];

    public TextNumbers(MemoryBudget budget) {
        this.numbers = new HashCodes(budget);
    }

    /**
     * @param texts null where missing
     * @return for each text its number; 0 where it is missing, or where it is not known and there is no room for one more
     */
    public int[] of(String[] texts) {
        int[] found = new int[texts.length];
        for (int from = 0; from < texts.length; from += AT_ONCE) {
            number(texts, from, Math.min(texts.length, from + AT_ONCE), found);
        }
        return found;
    }

    private void number(String[] texts, int from, int to, int[] into) {
        int count = 0;
        for (int row = from; row < to; row++) {
            if (texts[row] != null) {
                hash.hash(texts[row]);
                rows[count] = row;
                lows[count] = hash.low();
                highs[count++] = hash.high();
            }
        }
        numbers.find(lows, highs, count, known);
        for (int i = 0; i < count; i++) {
            // one that was not known may have come before it
            int number = known[i] != 0 ? known[i] : numbers.find(lows[i], highs[i]);
            into[rows[i]] = number != 0 ? number : numbers.add(lows[i], highs[i]);
        }
    }

    /** How many texts have one. */
    public int size() {
        return numbers.size();
    }

    /** Forgets all and gives the memory back. */
    @Override
    public void close() {
        numbers.close();
    }
}
