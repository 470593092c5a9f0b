package fr.sillage.engine.order.internal;

import java.util.Arrays;

/** Numbers from 0 on, as narrow as the greatest allows. Threads may write different places at once. */
final class NarrowNumbers {
    /** A {@code byte[]}, {@code char[]} or {@code int[]}, without sign. */
    private final Object numbers;

    private final int width;

    NarrowNumbers(int size, int highest) {
        if (highest < 1 << Byte.SIZE) {
            numbers = new byte[size];
            width = Byte.BYTES;
        } else if (highest < 1 << Character.SIZE) {
            numbers = new char[size];
            width = Character.BYTES;
        } else {
            numbers = new int[size];
            width = Integer.BYTES;
        }
    }

    /** Bytes of a number. */
    int width() {
        return width;
    }

    /**
     * @param places of all rows
     * @param first row of the values
     */
    void put(int[] values, int count, int[] places, int first) {
        switch (numbers) {
            case byte[] narrow -> {
                for (int i = 0; i < count; i++) {
                    narrow[places[first + i]] = (byte) values[i];
                }
            }
            case char[] narrow -> {
                for (int i = 0; i < count; i++) {
                    narrow[places[first + i]] = (char) values[i];
                }
            }
            default -> {
                int[] wide = (int[]) numbers;
                for (int i = 0; i < count; i++) {
                    wide[places[first + i]] = values[i];
                }
            }
        }
    }

    /** A copy from a place up to another one, exclusive: an array of the width. */
    Object cut(int from, int to) {
        return switch (numbers) {
            case byte[] narrow -> Arrays.copyOfRange(narrow, from, to);
            case char[] narrow -> Arrays.copyOfRange(narrow, from, to);
            default -> Arrays.copyOfRange((int[]) numbers, from, to);
        };
    }
}
