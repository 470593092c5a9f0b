package fr.sillage.engine.table.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.engine.MemoryBudget;
import fr.sillage.engine.TooManyKeysException;
import fr.sillage.engine.column.internal.CodeChunk;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Numbers of the keys of rows, from 1: of the values of one column, or of several together. A row that lacks one of them
 * has no key. Takes some 24 bytes for each different text and each different combination. Used by one thread.
 */
public final class KeyCodes implements AutoCloseable {
    private final List<Part> parts;
    private final HashCodes keys;
    private final TextHash hash;
    private final long[] values;

    /** A column of the key. @param texts numbers of its texts; empty for numbers */
    private record Part(int column, Optional<KeyTexts> texts) {}

    /** Tells for a row the value of a column as a number, or that it is missing. */
    private interface Values {
        /** Called for rows that are not missing. */
        long of(int row);

        boolean isMissing(int row);
    }

    /**
     * @param fields columns of the table
     * @param columns those of the key, one at the least
     */
    public KeyCodes(List<Field> fields, List<Integer> columns, MemoryBudget budget) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a key has a column");
        }
        parts = columns.stream()
                .map(column -> new Part(
                        column,
                        fields.get(column).type().isText() ? Optional.of(new KeyTexts(budget)) : Optional.empty()))
                .toList();
        keys = new HashCodes(budget);
        SecureRandom random = new SecureRandom();
        hash = new TextHash(random.nextLong(), random.nextLong());
        values = new long[parts.size()];
    }

    /**
     * The keys of rows, 0 for those that have none.
     *
     * @param rows by columns, as for a {@link fr.sillage.engine.TableWriter}
     * @throws TooManyKeysException where the memory for one more is missing
     */
    public int[] add(List<Column> rows) {
        List<Values> columns = parts.stream()
                .map(part -> values(part, rows.get(part.column())))
                .toList();
        int[] codes = new int[rows.getFirst().size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = isComplete(columns, row) ? add() : 0;
        }
        return codes;
    }

    private boolean isComplete(List<Values> columns, int row) {
        for (int i = 0; i < values.length; i++) {
            Values column = columns.get(i);
            if (column.isMissing(row)) {
                return false;
            }
            values[i] = column.of(row);
        }
        return true;
    }

    private int add() {
        hash.hash(values);
        int code = keys.find(hash.low(), hash.high());
        if (code == 0) {
            code = keys.add(hash.low(), hash.high());
            if (code == 0) {
                throw new TooManyKeysException(keys.size());
            }
        }
        return code;
    }

    private Values values(Part part, Column column) {
        return switch (column) {
            case Column.Texts texts ->
                new Values() {
                    @Override
                    public long of(int row) {
                        KeyTexts known = part.texts().orElseThrow();
                        int code = known.add(texts.values()[row]);
                        if (code == 0) {
                            throw new TooManyKeysException(known.size());
                        }
                        return code;
                    }

                    @Override
                    public boolean isMissing(int row) {
                        return texts.isMissing(row);
                    }
                };
            case Column.Longs numbers -> numbers(numbers);
            case Column.Doubles numbers -> numbers(numbers);
        };
    }

    private static Values numbers(Column.Longs numbers) {
        return new Values() {
            @Override
            public long of(int row) {
                return numbers.values()[row];
            }

            @Override
            public boolean isMissing(int row) {
                return numbers.isMissing(row);
            }
        };
    }

    private static Values numbers(Column.Doubles numbers) {
        return new Values() {
            @Override
            public long of(int row) {
                return Double.doubleToLongBits(numbers.values()[row] + 0.0); // one zero, not two
            }

            @Override
            public boolean isMissing(int row) {
                return numbers.isMissing(row) || Double.isNaN(numbers.values()[row]);
            }
        };
    }

    /** How many different keys there are. */
    public int size() {
        return keys.size();
    }

    /** The rows of a table, asked for the keys that are known here. */
    public final class Stored {
        private final TableChunks table;

        /** By part, and code there: the number of the text here, 0 where it is not known. */
        private final int[][] here;

        private Stored(TableChunks table, JobControl job) {
            this.table = table;
            here = new int[parts.size()][0];
            for (int i = 0; i < parts.size(); i++) {
                int column = parts.get(i).column();
                Optional<KeyTexts> texts = parts.get(i).texts();
                if (texts.isPresent()) {
                    here[i] = known(column, texts.get(), job);
                }
            }
        }

        private int[] known(int column, KeyTexts texts, JobControl job) {
            int[] known = new int[table.texts(column) + 1];
            table.eachText(column, (code, text) -> {
                if ((code & 0xFFFF) == 0) {
                    job.check();
                }
                known[code] = texts.find(text);
            });
            return known;
        }

        /** The keys of a chunk's rows; 0 for rows that have none, or one that is not known. */
        public int[] find(int chunk) {
            List<Values> columns = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                columns.add(values(i, chunk));
            }
            int[] codes = new int[table.rows(chunk)];
            for (int row = 0; row < codes.length; row++) {
                if (isComplete(columns, row)) {
                    hash.hash(values);
                    codes[row] = keys.find(hash.low(), hash.high());
                }
            }
            return codes;
        }

        private Values values(int part, int chunk) {
            int column = parts.get(part).column();
            return switch (table.table().fields().get(column).type()) {
                case CATEGORY, TEXT -> {
                    CodeChunk chunked = table.knownCodes(column, chunk);
                    int[] codes = new int[chunked.size()];
                    chunked.copyTo(codes);
                    int[] known = here[part];
                    yield new Values() {
                        @Override
                        public long of(int row) {
                            return known[codes[row]];
                        }

                        @Override
                        public boolean isMissing(int row) {
                            return known[codes[row]] == 0;
                        }
                    };
                }
                case DECIMAL -> numbers(table.doubles(column, chunk).toColumn());
                case INTEGER, DATE, TIMESTAMP ->
                    numbers(table.longs(column, chunk).toColumn());
            };
        }
    }

    /** @param table of the same columns */
    public Stored in(TableChunks table, JobControl job) {
        return new Stored(table, job);
    }

    /** Forgets all and gives the memory back. */
    @Override
    public void close() {
        keys.close();
        parts.forEach(part -> part.texts().ifPresent(KeyTexts::close));
    }
}
