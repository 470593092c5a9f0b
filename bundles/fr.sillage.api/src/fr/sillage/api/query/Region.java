package fr.sillage.api.query;

import java.util.List;

/**
 * A cell or a margin of {@link Cells}: one code for each key, {@link #ALL} where the region spans the key.
 */
public record Region(List<Integer> codes) {
    public static final int ALL = -1;

    /** Code of {@link Cells#missing}: the rows left out because a key is missing. */
    public static final int MISSING = -2;

    /** Code of {@link Cells#excluded}: the rows that the filter left out. */
    public static final int EXCLUDED = -3;

    public Region {
        codes = List.copyOf(codes);
    }

    public static Region of(int... codes) {
        return new Region(java.util.Arrays.stream(codes).boxed().toList());
    }

    /** The same but for one code. */
    public Region with(int key, int code) {
        List<Integer> others = new java.util.ArrayList<>(codes);
        others.set(key, code);
        return new Region(others);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Region region && codes.equals(region.codes);
    }

    /** Spreads neighbours: that of a list gives (0, 31) and (1, 0) one number, and tables of many cells slow down. */
    @Override
    public int hashCode() {
        int hash = 0;
        for (int code : codes) {
            hash = (hash + code + 4) * 0x9E37_79B1; // golden ratio
        }
        return hash ^ hash >>> 15;
    }

    public boolean isMargin() {
        return codes.contains(ALL);
    }
}
