package fr.sillage.core.internal.imports;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Batch;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.source.SourceInput;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.KeyReplacement;
import fr.sillage.core.imports.Loaded;
import fr.sillage.engine.ChunkKey;
import fr.sillage.engine.ChunkSink;
import fr.sillage.engine.ColumnRows;
import fr.sillage.engine.NewKeys;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TableWriter;
import fr.sillage.engine.TooManyKeysException;
import fr.sillage.engine.TooManyTextsException;
import java.util.List;
import java.util.Optional;

/**
 * The rows of one import on their way: read; convert and anonymise; make chunks; store them. Each step has a thread of
 * its own and few batches wait between them. Used once.
 */
final class Loader {
    private static final int BATCHES = 2;
    private static final int CHUNKS = 8;

    private final FileReading reading;
    private final Anonymisation anonymisation;
    private final ColumnOrder order;
    private final BatchConverter converter;
    private final RejectLimit rejects;
    private final Optional<Present> present;
    private final List<Integer> key;
    private final ImportMemory memory;
    private final TableId table = TableId.random();

    // each written by one step and read when all have ended
    private long read;
    private long rows;
    private long fresh;
    private Optional<KeyReplacement> byKey = Optional.empty();

    /**
     * @param present rows that are stored already; where all of them stay, they come first
     * @param memory what it may take
     * @throws ImportException where these have other columns
     */
    Loader(
            FileReading reading,
            ImportPlan plan,
            Anonymisation anonymisation,
            boolean acceptRejects,
            Optional<Present> present,
            ImportMemory memory)
            throws ImportException {
        this.reading = reading;
        this.anonymisation = anonymisation;
        this.order = present.isPresent()
                ? ColumnOrder.of(anonymisation.fields(), present.get().table().fields())
                : ColumnOrder.same(anonymisation.fields());
        this.converter = new BatchConverter(plan.columns());
        this.rejects = new RejectLimit(acceptRejects);
        this.present = present;
        this.key = present.isPresent() ? present.get().columns() : List.of();
        this.memory = memory;
    }

    private record Chunk(ChunkKey key, byte[] bytes) {}

    /** @param sink written to by the caller's thread alone */
    Loaded load(SourceInput file, ImportPlan plan, ChunkSink sink, JobControl job) throws ImportException {
        try (Stages stages = new Stages(job)) {
            Relay<Batch> texts = stages.relay(BATCHES);
            Relay<List<ColumnRows>> columns = stages.relay(BATCHES);
            Relay<Chunk> chunks = stages.relay(CHUNKS);
            stages.start(
                    "read",
                    texts,
                    () -> reading.planned(file, plan, stages.job(), batch -> {
                        texts.give(batch);
                        return true;
                    }));
            stages.start("convert", columns, () -> convert(texts, columns, stages.job()));
            stages.start("encode", chunks, () -> encode(columns, chunks, stages.job()));
            chunks.each(chunk -> sink.write(chunk.key(), chunk.bytes()));
        } catch (TooManyTextsException e) {
            Field field = order.fields().get(e.column());
            throw FileReading.refused("plan.values.many", field.name(), e.texts());
        } catch (TooManyKeysException e) {
            throw FileReading.refused("plan.keys.many", e.keys());
        }
        return new Loaded(table, order.fields(), read, fresh, rows, byKey, rejects.kept());
    }

    private void convert(Relay<Batch> texts, Relay<List<ColumnRows>> columns, JobControl job) throws ImportException {
        try (Anonymisation.Running treatments = anonymisation.running(memory.treated(), job)) {
            texts.each(batch -> {
                Batch typed = converter.convert(batch);
                read += batch.rows() + batch.rejects().size();
                rejects.add(typed.rejects(), read);
                columns.give(
                        order.apply(key.isEmpty() ? treatments.apply(typed) : plain(anonymisation.apply(typed, job))));
            });
        }
        rejects.check(read);
    }

    private static List<ColumnRows> plain(List<Column> columns) {
        return columns.stream()
                .map(values -> (ColumnRows) new ColumnRows.Plain(values))
                .toList();
    }

    /** Of rows whose keys are looked at: they are there by their values. */
    private static List<Column> values(List<ColumnRows> columns) {
        return columns.stream().map(rows -> ((ColumnRows.Plain) rows).values()).toList();
    }

    private void encode(Relay<List<ColumnRows>> columns, Relay<Chunk> chunks, JobControl job) throws ImportException {
        ChunkSink ahead = (key, bytes) -> chunks.give(new Chunk(key, bytes));
        try (TableWriter writer = new TableWriter(ahead, table, order.fields(), memory.texts())) {
            if (present.isPresent() && present.get().byKey()) {
                replace(present.get(), columns, writer, job);
            } else {
                if (present.isPresent()) {
                    writer.append(present.get().table(), job);
                }
                columns.each(rows -> append(rows, writer));
                rows = writer.finish();
            }
        }
    }

    private void append(List<ColumnRows> columns, TableWriter writer) {
        writer.appendRows(columns);
        fresh += columns.isEmpty() ? 0 : columns.getFirst().size();
    }

    /** The rows of the file first: which others stay is known when all their keys are. */
    private void replace(Present before, Relay<List<ColumnRows>> columns, TableWriter writer, JobControl job)
            throws ImportException {
        try (NewKeys keys = new NewKeys(order.fields(), key, memory.texts())) {
            columns.each(rows -> {
                keys.add(values(rows));
                append(rows, writer);
            });
            writer.append(before.table(), keys.others(before.table(), job), job);
            rows = writer.finish();
            long stayed = rows - fresh;
            byKey = Optional.of(new KeyReplacement(
                    before.keys(),
                    keys.replacing(),
                    before.table().rows() - stayed,
                    keys.added(),
                    stayed,
                    keys.withoutKey()));
        }
    }
}
