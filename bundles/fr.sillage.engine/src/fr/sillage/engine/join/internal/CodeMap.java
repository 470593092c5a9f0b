package fr.sillage.engine.join.internal;

import fr.sillage.engine.SharedCache;
import fr.sillage.engine.TableId;
import fr.sillage.engine.codec.internal.TextBytes;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The code that a text of one column has in another column.
 *
 * @param codes for each code of the one column that of the other, 0 where the text does not occur there
 */
record CodeMap(int[] codes) implements SharedCache.Held {
    private static final int FREE = -1;

    /** Names a map of two text columns. */
    private record MapKey(TableId from, int fromColumn, TableId to, int toColumn) implements SharedCache.Key {}

    static CodeMap between(TableChunks from, int fromColumn, TableChunks to, int toColumn) {
        MapKey key = new MapKey(from.table().id(), fromColumn, to.table().id(), toColumn);
        return from.cache().get(key, CodeMap.class, () -> of(from, fromColumn, to, toColumn));
    }

    private static CodeMap of(TableChunks from, int fromColumn, TableChunks to, int toColumn) {
        List<TextBytes> texts = new ArrayList<>();
        to.eachTextBytes(toColumn, texts::add);
        Places places = new Places(texts);
        int[] codes = new int[1 + from.texts(fromColumn)];
        int[] code = {0};
        from.eachTextBytes(fromColumn, chunk -> {
            for (int text = 0; text < chunk.size(); text++) {
                codes[++code[0]] = places.find(chunk, text) + 1;
            }
        });
        return new CodeMap(codes);
    }

    @Override
    public long bytes() {
        return (long) codes.length * Integer.BYTES;
    }

    /** Finds the place of a text among others: a hash table over bytes. */
    private static final class Places {
        private final List<TextBytes> chunks;

        /** For each place the chunk of its text, and which one it is there. */
        private final int[] chunkOf;

        private final int[] textOf;
        private final int[] table;

        Places(List<TextBytes> chunks) {
            this.chunks = chunks;
            int size = chunks.stream().mapToInt(TextBytes::size).sum();
            chunkOf = new int[size];
            textOf = new int[size];
            table = new int[Math.max(2, Integer.highestOneBit(Math.max(1, size)) * 4)];
            Arrays.fill(table, FREE);
            int place = 0;
            for (int chunk = 0; chunk < chunks.size(); chunk++) {
                for (int text = 0; text < chunks.get(chunk).size(); text++) {
                    chunkOf[place] = chunk;
                    textOf[place] = text;
                    int at = slot(chunks.get(chunk).hash(text));
                    while (table[at] != FREE) {
                        at = at + 1 & table.length - 1;
                    }
                    table[at] = place++;
                }
            }
        }

        private int slot(long hash) {
            return (int) (hash >>> 32) & table.length - 1;
        }

        /** The text's place; -1 where it is not among them. */
        int find(TextBytes others, int other) {
            int at = slot(others.hash(other));
            while (table[at] != FREE && !chunks.get(chunkOf[table[at]]).equal(textOf[table[at]], others, other)) {
                at = at + 1 & table.length - 1;
            }
            return table[at];
        }
    }
}
