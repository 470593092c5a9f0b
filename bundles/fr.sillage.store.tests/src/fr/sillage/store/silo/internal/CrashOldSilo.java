package fr.sillage.store.silo.internal;

import fr.sillage.core.community.CommunityId;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TableWriter;
import fr.sillage.store.database.internal.EncryptedDatabase;
import fr.sillage.store.database.internal.InstantConverter;
import fr.sillage.store.database.internal.Schema;
import fr.sillage.store.database.internal.UuidConverter;
import fr.sillage.store.internal.TestHome;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** Silos whose migrations were made up to a number alone, with a data set in them. */
final class CrashOldSilo {
    private static final String NAME = "old";

    private CrashOldSilo() {}

    /** @param number of the last migration that is made */
    static void make(TestHome home, CommunityId community, int number, CrashState.Part part) {
        Path folder = home.silos().resolve(community.value().toString());
        String name = DerbySiloStore.name(community);
        EncryptedDatabase.create(folder, name, home.secret());
        // of these tables all have been the same from the first on
        Schema schema = new Schema(
                "silo",
                number,
                List.of(DataSetEntity.class, FieldValue.class, UuidConverter.class, InstantConverter.class));
        EncryptedDatabase database =
                EncryptedDatabase.open(folder, name, EncryptedDatabase.keys(folder, name, home.secret()), schema);
        try {
            database.inTransaction(manager -> fill(manager, part));
        } finally {
            database.close();
        }
    }

    private static DataSet fill(EntityManager manager, CrashState.Part part) {
        ChunkTable chunks = new ChunkTable(manager);
        TableId table = TableId.random();
        TableWriter writer = new TableWriter(
                (key, chunk) -> {
                    try {
                        chunks.write(key, chunk);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                },
                table,
                CrashData.fields());
        CrashData.rows(part, writer::append);
        DataSet dataSet =
                new DataSet(DataSetId.random(), NAME, 1, table, CrashData.fields(), writer.finish(), Instant.EPOCH, "");
        manager.persist(new DataSetEntity(dataSet));
        return dataSet;
    }

    static CrashState state(CrashState.Part part) {
        TreeMap<String, CrashState.Versions> sets = new TreeMap<>();
        sets.put(NAME, new CrashState.Versions(1, List.of(List.of(part))));
        return new CrashState(0, sets);
    }
}
