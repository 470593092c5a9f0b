package fr.sillage.store.silo.internal;

import fr.sillage.api.Message;
import fr.sillage.api.Values;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.Reject;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.data.ValueFormat;
import fr.sillage.core.community.UserId;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.ImportMode;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.KeyReplacement;
import fr.sillage.core.imports.Treatment;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.engine.ChunkKey;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TableWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Known identifiers, and an import of them as the core would do it. */
public final class TestImport {
    private static final int PERSONS = 200;
    private static final Instant TIME = Instant.parse("2026-10-25T02:30:00.123456Z");

    private TestImport() {}

    /** Sixteen characters each. */
    public static List<String> identifiers() {
        List<String> identifiers = new ArrayList<>();
        for (int person = 0; person < PERSONS; person++) {
            identifiers.add("numen-%05dquxz".formatted(person * 37 + 11) + "K");
        }
        return identifiers;
    }

    static byte[] file() {
        return String.join("\n", identifiers()).getBytes(StandardCharsets.UTF_8);
    }

    public static DataSet dataSet(String name) {
        return new DataSet(
                DataSetId.random(),
                name,
                1,
                TableId.random(),
                List.of(
                        new Field("person", Type.CATEGORY, Set.of(RoleId.SUBJECT), Privacy.OTHER),
                        new Field("module, « été »", Type.TEXT, Set.of(RoleId.ITEM, RoleId.CATEGORY), Privacy.OTHER),
                        new Field("score", Type.DECIMAL, Set.of(), Privacy.SENSITIVE)),
                PERSONS,
                TIME,
                "by somebody, under a licence");
    }

    public static List<Reject> rejects() {
        List<Reject> rejects = new ArrayList<>();
        for (String identifier : identifiers()) {
            rejects.add(new Reject(
                    rejects.size() + 2,
                    Optional.of("score"),
                    Message.of("fr.sillage.core", "reject.number", "a\\b\nc", 3L, 0.5),
                    identifier + ";x;y"));
        }
        rejects.add(new Reject(1, Optional.empty(), Message.of("fr.sillage.core", "reject.row"), ""));
        return rejects;
    }

    static ImportPlan plan() {
        return new ImportPlan(
                "stages",
                "fr.sillage.source.csv",
                new Values(Map.of("encoding", "UTF-8")),
                List.of(new ColumnPlan(
                        new Field("numen", Type.CATEGORY, Set.of(RoleId.SUBJECT), Privacy.DIRECT_IDENTIFIER),
                        ValueFormat.of(Type.CATEGORY),
                        new Treatment("fr.sillage.anonymizer.pseudonym", new Values(Map.of("scheme", "numen"))))),
                "");
    }

    static ImportRecord record(DataSet dataSet, Instant finished) {
        return record(dataSet, finished, ImportMode.NEW, Optional.empty());
    }

    static ImportRecord record(DataSet dataSet, Instant finished, KeyReplacement byKey) {
        return record(dataSet, finished, ImportMode.REPLACE_BY_KEY, Optional.of(byKey));
    }

    private static ImportRecord record(
            DataSet dataSet, Instant finished, ImportMode mode, Optional<KeyReplacement> byKey) {
        return new ImportRecord(
                UUID.randomUUID(),
                dataSet.id(),
                dataSet.name(),
                dataSet.version(),
                mode,
                "file.csv",
                "fr.sillage.source.csv",
                UserId.random(),
                TIME,
                finished,
                PERSONS + 201,
                PERSONS,
                byKey,
                Optional.of(plan()),
                Optional.empty());
    }

    public static ChunkKey chunk(DataSet dataSet, int number) {
        return new ChunkKey(dataSet.table(), 0, ChunkKey.Kind.VALUES, number);
    }

    /** Writes chunks of pseudonyms without end of the transaction. */
    public static void write(Silo silo, SiloTransaction transaction, DataSet dataSet, int chunks) {
        for (int number = 0; number < chunks; number++) {
            StringBuilder text = new StringBuilder();
            identifiers()
                    .forEach(i -> text.append(silo.pseudonymiser("numen").pseudonym(i))
                            .append('\n'));
            transaction.chunks().write(chunk(dataSet, number), text.toString().getBytes(StandardCharsets.UTF_8));
        }
        transaction.add(dataSet);
        transaction.add(record(dataSet, TIME), rejects());
    }

    public static DataSet store(Silo silo, String name) {
        DataSet dataSet = dataSet(name);
        try (SiloTransaction transaction = silo.begin()) {
            write(silo, transaction, dataSet, 3);
            transaction.commit();
        }
        return dataSet;
    }

    /** An import whose chunks can be read as what they are. */
    public static DataSet storeTable(Silo silo, String name) {
        DataSet dataSet = dataSet(name);
        try (SiloTransaction transaction = silo.begin()) {
            writeTable(silo, transaction, dataSet);
            transaction.commit();
        }
        return dataSet;
    }

    /** The same without the end of the transaction. */
    public static void writeTable(Silo silo, SiloTransaction transaction, DataSet dataSet) {
        TableWriter writer = new TableWriter(transaction.chunks(), dataSet.table(), dataSet.fields());
        String[] persons = identifiers().stream()
                .map(silo.pseudonymiser("numen")::pseudonym)
                .toArray(String[]::new);
        writer.append(List.of(
                new Column.Texts(persons),
                new Column.Texts(persons),
                new Column.Doubles(new double[PERSONS], new BitSet())));
        writer.finish();
        transaction.add(dataSet);
        transaction.add(record(dataSet, TIME), rejects());
    }
}
