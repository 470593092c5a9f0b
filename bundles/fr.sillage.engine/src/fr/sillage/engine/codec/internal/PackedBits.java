package fr.sillage.engine.codec.internal;

import java.nio.ByteBuffer;

/** Numbers from 0 in as few bits as the largest of them needs, one after the other, the first in the lowest bits. */
final class PackedBits {
    /** More are not packed: little is gained. */
    static final int MOST = 56;

    private PackedBits() {}

    /** How many bits numbers up to that one take, 1 at the least. */
    static int bits(long highest) {
        return Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(highest));
    }

    /** How many bytes so many numbers take. */
    static int bytes(int bits, int count) {
        return Math.toIntExact(((long) bits * count + Long.SIZE - 1) / Long.SIZE * Long.BYTES);
    }

    /** Used for one run of numbers. */
    static final class Writer {
        private final ByteBuffer out;
        private final int bits;
        private long word;
        private int filled;

        Writer(ByteBuffer out, int bits) {
            this.out = out;
            this.bits = bits;
        }

        void put(long number) {
            put(new long[] {number}, 1);
        }

        /** The first numbers of a block. */
        void put(long[] block, int count) {
            long begun = word;
            int used = filled;
            for (int i = 0; i < count; i++) {
                long number = block[i];
                begun |= number << used;
                used += bits;
                if (used >= Long.SIZE) {
                    out.putLong(begun);
                    used -= Long.SIZE;
                    begun = used == 0 ? 0 : number >>> bits - used;
                }
            }
            word = begun;
            filled = used;
        }

        /** After the last number. */
        void end() {
            if (filled > 0) {
                out.putLong(word);
            }
        }
    }

    /** Used for one run of numbers. */
    static final class Reader {
        private final ByteBuffer in;
        private final int bits;
        private final long mask;
        private long word;
        private int left;

        Reader(ByteBuffer in, int bits) {
            this.in = in;
            this.bits = bits;
            this.mask = -1L >>> Long.SIZE - bits;
        }

        long next() {
            if (left >= bits) {
                long number = word & mask;
                word >>>= bits;
                left -= bits;
                return number;
            }
            long more = in.getLong();
            long number = (word | more << left) & mask;
            int used = bits - left;
            word = more >>> used;
            left = Long.SIZE - used;
            return number;
        }
    }
}
