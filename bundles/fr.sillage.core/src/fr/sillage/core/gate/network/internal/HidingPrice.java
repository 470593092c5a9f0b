package fr.sillage.core.gate.network.internal;

/** What it costs to hide a region as a complement: its units, and so much more that cells are hidden before margins. */
public final class HidingPrice {
    /** Above any sum of units: a margin is hidden only where no cells will do, an empty cell only where no margin. */
    private static final long MARGIN = 1L << 40;

    private static final long EMPTY = 1L << 46;

    private HidingPrice() {}

    public static long of(long units, boolean margin) {
        return units == 0 ? EMPTY : (margin ? MARGIN : 1) + units;
    }
}
