package fr.sillage.engine.order.internal;

import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.column.internal.LongChunk;
import java.util.Arrays;
import java.util.List;

/** Puts a column of whole numbers, dates or time stamps into the order of persons. */
final class OrderedLongs {
    private final StoredChunks stored;

    /** As they are stored; each is let go of once its rows are in order. */
    private final List<LongChunk> chunks;

    private final int[] places;
    private final MissingPlaces missing;
    private final long least;

    private OrderedLongs(StoredChunks stored, int column) {
        this.stored = stored;
        this.chunks = stored.read(chunk -> stored.table().longs(column, chunk));
        this.places = stored.order().places();
        this.missing = new MissingPlaces(places.length, chunks.stream().anyMatch(LongChunk::hasMissing));
        this.least = chunks.stream().mapToLong(LongChunk::least).min().orElse(0);
    }

    static OrderedColumn<LongChunk> of(StoredChunks stored, int column) {
        return new OrderedLongs(stored, column).column();
    }

    private OrderedColumn<LongChunk> column() {
        long span = chunks.stream().mapToLong(LongChunk::most).max().orElse(0) - least;
        return span < 0 || span > Integer.MAX_VALUE ? wide() : narrow((int) span);
    }

    private OrderedColumn<LongChunk> narrow(int span) {
        NarrowNumbers distances = new NarrowNumbers(places.length, span);
        stored.each((chunk, into, first) -> {
            LongChunk values = chunks.set(chunk, null);
            values.copyTo(into, least);
            Bits.each(values.missing(), row -> into[row] = 0);
            distances.put(into, values.size(), places, first);
            missing.put(values.missing(), places, first);
        });
        return stored.cut(
                distances.width(), (from, to) -> new LongChunk(distances.cut(from, to), least, missing.cut(from, to)));
    }

    private OrderedColumn<LongChunk> wide() {
        long[] distances = new long[places.length];
        stored.each((chunk, into, first) -> {
            LongChunk values = chunks.set(chunk, null);
            long[] numbers = new long[values.size()];
            values.copyTo(numbers);
            for (int row = 0; row < numbers.length; row++) {
                distances[places[first + row]] = values.isMissing(row) ? 0 : numbers[row] - least;
            }
            missing.put(values.missing(), places, first);
        });
        return stored.cut(
                Long.BYTES,
                (from, to) -> new LongChunk(Arrays.copyOfRange(distances, from, to), least, missing.cut(from, to)));
    }
}
