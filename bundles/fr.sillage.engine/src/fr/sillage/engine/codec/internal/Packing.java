package fr.sillage.engine.codec.internal;

/**
 * Whether the numbers of a column are packed by bits, which is fast both ways, or deflated, which finds more to leave out.
 * Used by one thread.
 */
public final class Packing {
    /** How much longer packed numbers may be: they are written and read several times faster. */
    static final double PRICE = 1.1;

    /** Less is read in no time either way. */
    private static final int LEAST = 1 << 12;

    /** Chunks for which a judgement holds: those of one column are alike, and looking costs more than packing. */
    private static final int LASTING = 8;

    private int left;
    private int judgedPlain;
    private int judgedPacked;
    private boolean paid;

    /**
     * @param plain the content in whole bytes, which would be deflated
     * @param packed bytes that it takes when it is packed
     */
    boolean pays(byte[] plain, int packed) {
        if (plain.length < LEAST || packed >= plain.length) {
            return false;
        }
        if (left == 0 || plain.length != judgedPlain || packed != judgedPacked) {
            left = LASTING;
            judgedPlain = plain.length;
            judgedPacked = packed;
            paid = packed <= PRICE * DeflatedLength.of(plain);
        }
        left--;
        return paid;
    }
}
