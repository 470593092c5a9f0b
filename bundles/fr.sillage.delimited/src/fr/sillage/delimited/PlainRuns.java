package fr.sillage.delimited;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds what ends a run of plain text in a cell without quotes: a separator, a line end, a zero. */
final class PlainRuns {
    private static final int ASCII = 128;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x80 * EACH;

    /** Line ends, zero and tabulator are less. */
    private static final long CONTROLS = ('\r' + 1) * EACH;

    /** Only signs below 128 end a run. */
    private final boolean[] ends = new boolean[ASCII];

    private final long separators;

    /** @param nul whether a zero is text as any other */
    PlainRuns(byte separator, boolean nul) {
        separators = separator * EACH;
        ends[separator] = true;
        ends['\n'] = true;
        ends['\r'] = true;
        ends[0] = !nul;
    }

    boolean isEnd(byte sign) {
        return sign >= 0 && ends[sign];
    }

    /**
     * Looks at eight bytes at once: a byte less than another one borrows its high bit.
     *
     * @param to behind the last byte
     * @return where the run ends; {@code to} where nothing ends it
     */
    int end(byte[] bytes, int from, int to) {
        int last = to - Long.BYTES;
        int run = from;
        while (run <= last) {
            long word = (long) WORD.get(bytes, run);
            long same = word ^ separators;
            long found = ((word - CONTROLS) & ~word | (same - EACH) & ~same) & HIGH_BITS;
            if (found == 0) {
                run += Long.BYTES;
            } else {
                run += Long.numberOfTrailingZeros(found) / Byte.SIZE;
                if (ends[bytes[run]]) {
                    return run;
                }
                run++;
            }
        }
        while (run < to && !isEnd(bytes[run])) {
            run++;
        }
        return run;
    }
}
