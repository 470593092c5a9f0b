package fr.sillage.engine.order.internal;

import fr.sillage.api.JobControl;
import fr.sillage.engine.scan.internal.Parallel;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A table's chunks on their way into the order of persons. */
record StoredChunks(TableChunks table, PersonOrder order, JobControl job) {
    /** All chunks of a column. */
    <C> List<C> read(IntFunction<C> reader) {
        List<C> chunks = new ArrayList<>();
        IntStream.range(0, table.chunks()).forEach(chunk -> chunks.add(null));
        new Parallel(job, 0, 0)
                .each(table.chunks(), Integer.MAX_VALUE, () -> chunk -> chunks.set(chunk, reader.apply(chunk)));
        return chunks;
    }

    /** Sends the rows of one chunk to their places. */
    interface Sender {
        /**
         * @param into has room for the chunk's rows
         * @param first row of the chunk, in all
         */
        void send(int chunk, int[] into, int first);
    }

    /** Sends the rows of all chunks, on all processors. */
    void each(Sender sender) {
        new Parallel(job, 0, 0).each(table.chunks(), Integer.MAX_VALUE, () -> {
            int[] into = new int[table.mostRows()];
            return chunk -> sender.send(chunk, into, chunk * table.mostRows());
        });
    }

    /** Makes a chunk of the places from one up to another, exclusive. */
    interface Cutter<C> {
        C cut(int from, int to);
    }

    /** @param width bytes of a row, about */
    <C> OrderedColumn<C> cut(int width, Cutter<C> cutter) {
        List<C> chunks = new ArrayList<>();
        for (int chunk = 0; chunk < order.chunks(); chunk++) {
            job.check();
            chunks.add(cutter.cut(order.start(chunk), order.start(chunk + 1)));
        }
        return new OrderedColumn<>(chunks, (long) width * order.places().length);
    }
}
