package fr.sillage.engine.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Type;
import fr.sillage.engine.ChunkKey;
import fr.sillage.engine.CorruptChunkException;
import fr.sillage.engine.StoredTable;
import java.math.BigDecimal;
import java.nio.BufferUnderflowException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Reads one column of a stored table as categories: texts as they are, numbers and dates by their canonical text. */
public final class ColumnReader {
    private final StoredTable table;
    private final int column;
    private final Type type;
    private final JobControl job;

    public ColumnReader(StoredTable table, int column, JobControl job) {
        this.table = table;
        this.column = column;
        this.type = table.fields().get(column).type();
        this.job = job;
    }

    /** Labels in their natural order: numbers and dates by value, texts by code point. */
    public CodedColumn read() {
        if (table.rows() > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("more rows than one scan can take: " + table.rows());
        }
        return type.isText() ? texts() : numbers();
    }

    private CodedColumn texts() {
        int[] codes = new int[(int) table.rows()];
        eachChunk((at, content) -> {
            int[] part = CodeCodec.decode(content);
            for (int i = 0; i < part.length; i++) {
                codes[at + i] = part[i] - 1;
            }
            return part.length;
        });
        return sorted(codes, dictionary(), Comparator.naturalOrder());
    }

    private List<String> dictionary() {
        List<String> texts = new ArrayList<>();
        for (int number = 0;; number++) {
            ChunkKey key = new ChunkKey(table.id(), column, ChunkKey.Kind.DICTIONARY, number);
            Optional<byte[]> chunk = table.store().read(key);
            if (chunk.isEmpty()) {
                return texts;
            }
            texts.addAll(DictionaryCodec.decode(ChunkFrame.unwrap(key, chunk.get())));
        }
    }

    private CodedColumn numbers() {
        long[] values = new long[(int) table.rows()];
        BitSet missing = new BitSet();
        eachChunk((at, content) -> type == Type.DECIMAL ? doubles(at, content, values, missing)
                : longs(at, content, values, missing));
        Map<Long, Integer> known = new HashMap<>();
        List<Long> order = new ArrayList<>();
        int[] codes = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            if (missing.get(row)) {
                codes[row] = -1;
            } else {
                Integer code = known.get(values[row]);
                if (code == null) {
                    code = order.size();
                    known.put(values[row], code);
                    order.add(values[row]);
                }
                codes[row] = code;
            }
        }
        Comparator<Long> byValue = type == Type.DECIMAL ? Comparator.comparing(Double::longBitsToDouble) : Comparator.naturalOrder();
        CodedColumn sorted = sorted(codes, order, byValue, this::text);
        return sorted;
    }

    private static int longs(int at, byte[] content, long[] values, BitSet missing) {
        LongCodec.Longs part = LongCodec.decode(content);
        System.arraycopy(part.values(), 0, values, at, part.values().length);
        part.missing().stream().forEach(i -> missing.set(at + i));
        return part.values().length;
    }

    private static int doubles(int at, byte[] content, long[] values, BitSet missing) {
        DoubleCodec.Doubles part = DoubleCodec.decode(content);
        for (int i = 0; i < part.values().length; i++) {
            values[at + i] = Double.doubleToLongBits(part.values()[i] + 0.0); // one zero
        }
        part.missing().stream().forEach(i -> missing.set(at + i));
        return part.values().length;
    }

    private String text(long value) {
        return switch (type) {
            case DECIMAL -> BigDecimal.valueOf(Double.longBitsToDouble(value)).stripTrailingZeros().toPlainString();
            case DATE -> LocalDate.ofEpochDay(value).toString();
            case TIMESTAMP -> LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC).plus(value, ChronoUnit.MICROS).toString();
            default -> Long.toString(value);
        };
    }

    private static CodedColumn sorted(int[] codes, List<String> labels, Comparator<String> order) {
        return sorted(codes, labels, order, Function.identity());
    }

    private static <T> CodedColumn sorted(int[] codes, List<T> labels, Comparator<T> order, Function<T, String> text) {
        Integer[] byOrder = IntStream.range(0, labels.size()).boxed().toArray(Integer[]::new);
        IntFunction<T> label = labels::get;
        Arrays.sort(byOrder, (a, b) -> order.compare(label.apply(a), label.apply(b)));
        int[] place = new int[labels.size()];
        List<String> texts = new ArrayList<>(labels.size());
        for (int i = 0; i < byOrder.length; i++) {
            place[byOrder[i]] = i;
            texts.add(text.apply(labels.get(byOrder[i])));
        }
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] >= 0) {
                codes[row] = place[codes[row]];
            }
        }
        return new CodedColumn(codes, texts);
    }

    /** Puts a chunk's content at a row; answers how many rows it was. */
    private interface Place {
        int put(int at, byte[] content);
    }

    private void eachChunk(Place place) {
        int at = 0;
        for (int number = 0; at < table.rows(); number++) {
            job.check();
            ChunkKey key = new ChunkKey(table.id(), column, ChunkKey.Kind.VALUES, number);
            byte[] chunk = table.store().read(key).orElseThrow(() -> new CorruptChunkException(key, "missing"));
            try {
                at += place.put(at, ChunkFrame.unwrap(key, chunk));
            } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
                throw new CorruptChunkException(key, "content does not fit its length");
            }
        }
    }
}
