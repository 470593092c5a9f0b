package fr.sillage.core.silo;

import fr.sillage.engine.ChunkSink;

/** Catalogue and chunks in one database transaction. Closed without commit it leaves the silo as it was. */
public interface SiloTransaction extends AutoCloseable {
    ChunkSink chunks();

    /**
     * @throws fr.sillage.core.community.DuplicateNameException where the name is taken
     */
    void add(DataSet dataSet);

    void add(ImportRecord record);

    void commit();

    @Override
    void close();
}
