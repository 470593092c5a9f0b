package fr.sillage.engine.query.internal;

/** Pairs as one bit each: for few groups or few persons. */
final class BitPairs implements Pairs {
    /** 32 MiB of bits. */
    static final long MOST_BITS = 1L << 28;

    private final int persons;
    private final long[] words;

    /** @throws IllegalArgumentException beyond {@link #MOST_BITS} pairs */
    BitPairs(int groups, int persons) {
        if ((long) groups * persons > MOST_BITS) {
            throw new IllegalArgumentException("too many pairs");
        }
        this.persons = persons;
        this.words = new long[groups * persons + Long.SIZE - 1 >>> 6];
    }

    @Override
    public void add(int group, int person) {
        int bit = group * persons + person;
        words[bit >>> 6] |= 1L << bit;
    }

    @Override
    public void forEach(Visitor visitor) {
        for (int at = 0; at < words.length; at++) {
            for (long left = words[at]; left != 0; left &= left - 1) {
                int bit = at * Long.SIZE + Long.numberOfTrailingZeros(left);
                visitor.visit(bit / persons, bit % persons);
            }
        }
    }
}
