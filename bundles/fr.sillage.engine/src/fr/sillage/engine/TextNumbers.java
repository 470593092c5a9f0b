package fr.sillage.engine;

import fr.sillage.engine.table.internal.HashCodes;
import fr.sillage.engine.table.internal.TextHash;

/**
 * Numbers different texts from 1 in the order of their coming. It remembers 128 bits of each instead of the texts: some
 * 24 bytes a text, out of a budget. Used by one thread.
 */
public final class TextNumbers implements AutoCloseable {
    private static final int AT_ONCE = 1 << 8;

    private final TextHash hash = TextHash.random();
    private final HashCodes numbers;
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
            int count = Math.min(AT_ONCE, texts.length - from);
            // all hashes first: the memory is then asked for many of them at once
            for (int i = 0; i < count; i++) {
                if (texts[from + i] != null) {
                    hash.hash(texts[from + i]);
                    lows[i] = hash.low();
                    highs[i] = hash.high();
                }
            }
            for (int i = 0; i < count; i++) {
                if (texts[from + i] != null) {
                    int number = numbers.find(lows[i], highs[i]);
                    found[from + i] = number != 0 ? number : numbers.add(lows[i], highs[i]);
                }
            }
        }
        return found;
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
