package fr.sillage.engine.codec.internal;

/** Whether numbers are packed by bits, which is fast both ways, or deflated, which finds more to leave out. */
final class Packing {
    /** How much longer packed numbers may be: they are written and read several times faster. */
    private static final double PRICE = 1.1;

    /** Less is read in no time either way. */
    private static final int LEAST = 1 << 12;

    private Packing() {}

    /**
     * @param plain the content in whole bytes, which would be deflated
     * @param packed bytes that it takes when it is packed
     */
    static boolean pays(byte[] plain, int packed) {
        return plain.length >= LEAST && packed < plain.length && packed <= PRICE * DeflatedLength.of(plain);
    }
}
