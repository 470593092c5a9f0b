package fr.sillage.engine.join.internal;

import java.util.ArrayList;
import java.util.List;

/** Goes through what the rows of a slot become once they are exploded. Used by one thread. */
public final class Combinations {
    /** Takes the codes of all keys, 0 where missing; the array is changed afterwards. */
    public interface Taker {
        void take(int[] codes);
    }

    private final SlotRows rows;
    private final int[][] plain;
    private final List<int[]> exploded = new ArrayList<>();
    private final int[] codes;

    /** @param keys how many keys there are in all */
    public Combinations(SlotRows rows, int keys) {
        int size = rows.table().mostRows();
        this.rows = rows;
        this.plain = new int[rows.plain().size()][size];
        rows.explosions().forEach(explosion -> exploded.add(new int[size]));
        this.codes = new int[keys];
    }

    /** Turns to a chunk. */
    public void load(int chunk) {
        for (int i = 0; i < plain.length; i++) {
            rows.plain().get(i).fill(chunk, plain[i]);
        }
        for (int i = 0; i < exploded.size(); i++) {
            rows.explosions().get(i).fill(chunk, rows.table().rows(chunk), exploded.get(i));
        }
    }

    /** Whether a row of the chunk becomes anything. */
    public boolean each(int row, Taker taker) {
        for (int i = 0; i < exploded.size(); i++) {
            int code = exploded.get(i)[row];
            Explosion explosion = rows.explosions().get(i);
            if (explosion.start(code) == explosion.end(code)) {
                return false;
            }
        }
        for (int i = 0; i < plain.length; i++) {
            codes[rows.plainAt()[i]] = plain[i][row];
        }
        each(row, 0, taker);
        return true;
    }

    private void each(int row, int from, Taker taker) {
        if (from == exploded.size()) {
            taker.take(codes);
            return;
        }
        Explosion explosion = rows.explosions().get(from);
        int code = exploded.get(from)[row];
        for (int entry = explosion.start(code); entry < explosion.end(code); entry++) {
            explosion.put(entry, codes);
            each(row, from + 1, taker);
        }
    }
}
