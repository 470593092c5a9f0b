package fr.sillage.core.silo;

import fr.sillage.api.data.Reject;
import fr.sillage.engine.ChunkSink;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Catalogue and chunks in one database transaction. Closed without commit it leaves the silo as it was. */
public interface SiloTransaction extends AutoCloseable {
    /** How many versions before the present one are kept. */
    int KEPT_VERSIONS = 4;

    ChunkSink chunks();

    /**
     * @throws fr.sillage.core.community.DuplicateNameException where the name is taken
     */
    void add(DataSet dataSet);

    /**
     * Makes a version the present one and keeps the one before, to go back to; versions before {@value #KEPT_VERSIONS}
     * others are deleted.
     *
     * @throws StaleDataSetException where the one before is no longer the present one
     */
    void replace(DataSet before, DataSet after);

    /**
     * Goes back to the version before, or deletes the data set where there is none; the rows of the present version are
     * deleted.
     *
     * @return the version that is the present one now
     * @throws StaleDataSetException where {@code present} is no longer the present one
     */
    Optional<DataSet> undo(DataSet present);

    /**
     * Goes back to an earlier version; the rows of all versions after it are deleted.
     *
     * @param earlier one that is kept
     * @throws StaleDataSetException where {@code present} is no longer the present one, or the earlier one is not kept
     */
    void rollBack(DataSet present, DataSet earlier);

    /** Notes that an import was taken back. */
    void undone(UUID importId, ImportRecord.Undone undone);

    /** @param rejects rows kept aside, with their content: they stay in the encrypted silo */
    void add(ImportRecord record, List<Reject> rejects);

    void commit();

    @Override
    void close();
}
