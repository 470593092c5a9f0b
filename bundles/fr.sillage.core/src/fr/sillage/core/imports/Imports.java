package fr.sillage.core.imports;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.anonymizer.Pseudonymiser;
import fr.sillage.api.data.Column;
import fr.sillage.api.source.SourceInput;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.engine.ChunkSink;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** From a file to a data set: detect, profile, read, convert, anonymise, store. */
public interface Imports {
    /** The same with what a community has enabled; by itself it uses all that is installed. */
    Imports within(CommunityContext context);

    /**
     * Asks every source what it makes of the file; the most confident one proposes.
     *
     * @throws ImportException where no source knows the file
     */
    Proposal propose(SourceInput file) throws ImportException;

    /**
     * Asks one source alone.
     *
     * @throws ImportException where that source is not installed or does not know the file
     */
    Proposal propose(SourceInput file, String source) throws ImportException;

    /**
     * Proposes anew for a source and settings that a person chose.
     *
     * @throws ImportException where the file cannot be read so
     */
    Proposal propose(SourceInput file, String source, Values settings) throws ImportException;

    /**
     * The first rows.
     *
     * @param rows at the most
     * @throws ImportException where the file cannot be read as planned
     */
    Sample sample(SourceInput file, ImportPlan plan, int rows, JobControl job) throws ImportException;

    /**
     * Treats a few values of a column the way {@link #run} would.
     *
     * @throws fr.sillage.core.community.AccessDeniedException where the member may neither import nor draw
     *     up plans
     */
    ColumnPreview preview(CommunityContext context, ColumnPlan column, Column.Texts values);

    /**
     * Reads the whole file once to see what its columns hold.
     *
     * @throws ImportException where the file cannot be read as planned
     */
    List<ColumnProfile> profile(SourceInput file, ImportPlan plan, JobControl job) throws ImportException;

    /**
     * Runs the import and commits it at once.
     *
     * @param id of the import's record
     * @throws ImportException where the file or plan is refused, no approved plan allows it, or the data set changed
     *     meanwhile; the silo is as before
     * @throws TooManyRejectsException see there
     * @throws fr.sillage.core.community.AccessDeniedException where the member may not import
     */
    ImportRecord run(CommunityContext context, UUID id, SourceInput file, ImportRequest request, JobControl job)
            throws ImportException;

    /** The same for a new data set, with an id of its own. */
    default ImportRecord run(
            CommunityContext context, SourceInput file, ImportPlan plan, boolean acceptRejects, JobControl job)
            throws ImportException {
        return run(context, UUID.randomUUID(), file, new ImportRequest(plan, Target.NEW, acceptRejects), job);
    }

    /**
     * Takes an import back: the data set is as it was before, or is gone where there was none. The import's rows are
     * deleted for good; its record stays.
     *
     * @throws ImportException where it is not the last one of its data set or the version before is no longer kept
     * @throws fr.sillage.core.community.AccessDeniedException where the member may not delete data
     */
    void undo(CommunityContext context, UUID importId) throws ImportException;

    /**
     * Goes back to an earlier version of a data set: all imports after it are taken back. Their rows are deleted for
     * good; their records stay.
     *
     * @param version one that is kept ({@link fr.sillage.core.silo.Silo#earlier})
     * @throws ImportException where it is not kept any more, or the data set changed meanwhile
     * @throws fr.sillage.core.community.AccessDeniedException where the member may not delete data
     */
    void rollBack(CommunityContext context, DataSet version) throws ImportException;

    /**
     * Reads, converts and anonymises a file into chunks; what {@link #run} does between the silo's transaction's
     * beginning and end, and the command line does in memory.
     *
     * @param pseudonymisers gives the pseudonymiser of a scheme
     */
    Loaded load(
            SourceInput file,
            ImportPlan plan,
            ChunkSink chunks,
            Function<String, Pseudonymiser> pseudonymisers,
            boolean acceptRejects,
            JobControl job)
            throws ImportException;
}
