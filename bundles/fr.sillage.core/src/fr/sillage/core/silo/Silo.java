package fr.sillage.core.silo;

import fr.sillage.api.JobControl;
import fr.sillage.api.anonymizer.Pseudonymiser;
import fr.sillage.api.data.Reject;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.UserId;
import fr.sillage.core.imports.SavedPlan;
import fr.sillage.engine.ChunkStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A community's sealed store, open. Thread-safe. */
public interface Silo {
    CommunityId community();

    /** By name. */
    List<DataSet> dataSets();

    Optional<DataSet> dataSet(DataSetId id);

    /** The latest first. */
    List<ImportRecord> imports();

    /** The rows that an import kept aside, with their content. */
    List<Reject> rejects(UUID importId);

    /** Versions of a data set before the present one that can be gone back to, the latest first. */
    List<DataSet> earlier(DataSetId dataSet);

    List<SavedPlan> plans();

    /**
     * Adds or changes a plan.
     *
     * @throws fr.sillage.core.community.DuplicateNameException where the name is taken
     */
    void save(SavedPlan plan);

    /** Harmless where there is none. */
    void removePlan(UUID plan);

    ChunkStore chunks();

    /** Person keys of this silo under a scheme; another silo gives the same person another key. */
    Pseudonymiser pseudonymiser(String scheme);

    /** Where raw content may lie for a while, encrypted with a key of this silo. */
    Spool spool();

    /** What was shown to whom, and what is kept. */
    ResultStore results();

    /** What pages showed. */
    StateStore states();

    SiloTransaction begin();

    /** To be begun before the data set is asked for whose rows are read. */
    Reading reading();

    /**
     * Erases all rows that hold one of these person keys in any column of texts, out of all versions of all data sets that
     * are kept, so that going back brings nobody back; and the content of rejected rows that name the person. From the
     * return on nothing new finds them. As soon as nobody reads an earlier version any more, or after
     * {@value Reading#MINUTES} minutes, nothing in the files of the silo holds them, free pages and the log included.
     *
     * @param pseudonyms the keys of one person under all schemes
     * @throws StaleDataSetException where imports changed the data sets again and again meanwhile; nothing is erased then
     */
    Erasure erase(Set<String> pseudonyms, UserId by, JobControl job);

    /** The latest first. */
    List<Erasure> erasures();

    /** Notes an export. */
    void add(ExportRecord export);

    /** The latest first. */
    List<ExportRecord> exports();
}
