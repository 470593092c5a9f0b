package fr.sillage.engine.order.internal;

import fr.sillage.engine.column.internal.DoubleChunk;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Puts a column of decimals into the order of persons. */
final class OrderedDoubles {
    /** Most different decimals that are coded: each chunk's list is all of them. */
    private static final int MOST_CODED = 1 << 12;

    private final StoredChunks stored;

    /** As they are stored; each is let go of once its rows are in order. */
    private final List<DoubleChunk> chunks;

    private final int[] places;
    private final MissingPlaces missing;

    private OrderedDoubles(StoredChunks stored, int column) {
        this.stored = stored;
        this.chunks = stored.read(chunk -> stored.table().doubles(column, chunk));
        this.places = stored.order().places();
        this.missing = new MissingPlaces(places.length, chunks.stream().anyMatch(DoubleChunk::hasMissing));
    }

    static OrderedColumn<DoubleChunk> of(StoredChunks stored, int column) {
        OrderedDoubles ordered = new OrderedDoubles(stored, column);
        double[] distinct = ordered.distinct();
        return distinct.length == 0 ? ordered.plain() : ordered.coded(distinct);
    }

    /** All decimals in rising order, both zeros apart; none where they are many or one chunk does not know its own. */
    private double[] distinct() {
        TreeSet<Double> all = new TreeSet<>();
        for (DoubleChunk chunk : chunks) {
            if (!chunk.isCoded()) {
                return new double[0];
            }
            for (double number : chunk.distinct()) {
                all.add(number);
            }
            if (all.size() > MOST_CODED) {
                return new double[0];
            }
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private OrderedColumn<DoubleChunk> coded(double[] distinct) {
        NarrowNumbers codes = new NarrowNumbers(places.length, distinct.length - 1);
        stored.each((chunk, into, first) -> {
            DoubleChunk values = chunks.set(chunk, null);
            double[] own = values.distinct();
            int[] code = new int[own.length];
            Arrays.setAll(code, place -> Arrays.binarySearch(distinct, own[place]));
            values.copyPlaces(into);
            for (int row = 0; row < values.size(); row++) {
                into[row] = code[into[row]];
            }
            codes.put(into, values.size(), places, first);
            missing.put(values.missing(), places, first);
        });
        return stored.cut(codes.width(), (from, to) -> switch (codes.cut(from, to)) {
            case byte[] narrow -> DoubleChunk.coded(distinct, narrow, missing.cut(from, to));
            case Object wide -> DoubleChunk.coded(distinct, (char[]) wide, missing.cut(from, to));
        });
    }

    private OrderedColumn<DoubleChunk> plain() {
        double[] numbers = new double[places.length];
        stored.each((chunk, into, first) -> {
            DoubleChunk values = chunks.set(chunk, null);
            double[] ofChunk = new double[values.size()];
            values.copyTo(ofChunk);
            for (int row = 0; row < ofChunk.length; row++) {
                numbers[places[first + row]] = ofChunk[row];
            }
            missing.put(values.missing(), places, first);
        });
        return stored.cut(
                Double.BYTES,
                (from, to) -> DoubleChunk.plain(Arrays.copyOfRange(numbers, from, to), missing.cut(from, to)));
    }
}
