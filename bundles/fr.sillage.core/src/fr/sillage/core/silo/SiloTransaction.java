package fr.sillage.core.silo;

import fr.sillage.api.data.Reject;
import fr.sillage.engine.ChunkSink;
import java.util.List;

/** Catalogue and chunks in one database transaction. Closed without commit it leaves the silo as it was. */
public interface SiloTransaction extends AutoCloseable {
    ChunkSink chunks();

    /**
     * @throws fr.sillage.core.community.DuplicateNameException where the name is taken
     */
    void add(DataSet dataSet);

    /** @param rejects rows kept aside, with their content: they stay in the encrypted silo */
    void add(ImportRecord record, List<Reject> rejects);

    void commit();

    @Override
    void close();
}
