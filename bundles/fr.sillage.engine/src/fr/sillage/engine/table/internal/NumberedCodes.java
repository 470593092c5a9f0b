package fr.sillage.engine.table.internal;

import fr.sillage.engine.ColumnRows;
import java.util.Arrays;

/** What numbered texts have as codes: whose text was seen once needs no look at it again. Used by one thread. */
final class NumberedCodes {
    private static final int BLOCK = 1 << 16;

    /** By number less 1, block by block: one long array would be copied as it grows. */
    private int[][] codes = {};

    private int size;

    int[] of(ColumnRows.Numbered texts, DictionaryBuffer dictionary) {
        int[] fresh = codes(texts.fresh(), dictionary);
        for (int code : fresh) {
            add(code);
        }
        int[] others = codes(texts.others(), dictionary);
        int[] found = new int[texts.size()];
        for (int row = 0; row < found.length; row++) {
            int number = texts.numbers()[row];
            found[row] = number > 0 ? code(number - 1) : number == 0 ? 0 : others[-number - 1];
        }
        return found;
    }

    private static int[] codes(String[] texts, DictionaryBuffer dictionary) {
        int[] codes = new int[texts.length];
        dictionary.codes(texts, 0, texts.length, codes, 0);
        return codes;
    }

    private int code(int at) {
        return codes[at / BLOCK][at % BLOCK];
    }

    private void add(int code) {
        if (size == codes.length * BLOCK) {
            codes = Arrays.copyOf(codes, codes.length + 1);
            codes[codes.length - 1] = new int[BLOCK];
        }
        codes[size / BLOCK][size % BLOCK] = code;
        size++;
    }
}
