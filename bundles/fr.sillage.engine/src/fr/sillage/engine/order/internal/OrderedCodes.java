package fr.sillage.engine.order.internal;

import fr.sillage.engine.column.internal.CodeChunk;

/** Puts a category or text column into the order of persons. */
final class OrderedCodes {
    private OrderedCodes() {}

    static OrderedColumn<CodeChunk> of(StoredChunks stored, int column) {
        int[] places = stored.order().places();
        NarrowNumbers codes = new NarrowNumbers(places.length, stored.table().texts(column));
        stored.each((chunk, into, first) -> {
            CodeChunk values = stored.table().knownCodes(column, chunk);
            values.copyTo(into);
            codes.put(into, values.size(), places, first);
        });
        return stored.cut(codes.width(), (from, to) -> switch (codes.cut(from, to)) {
            case byte[] narrow -> CodeChunk.of(narrow);
            case char[] narrow -> CodeChunk.of(narrow);
            case Object wide -> CodeChunk.of((int[]) wide);
        });
    }
}
