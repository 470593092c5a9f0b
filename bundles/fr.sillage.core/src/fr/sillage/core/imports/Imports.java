package fr.sillage.core.imports;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.anonymizer.Pseudonymiser;
import fr.sillage.api.data.Column;
import fr.sillage.api.source.SourceInput;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.engine.ChunkSink;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** From a file to a data set: detect, profile, read, convert, anonymise, store. */
public interface Imports {
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
     * @throws fr.sillage.core.community.AccessDeniedException where the member may not import
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
     * @param acceptRejects whether to go on with more than one rejected row in a hundred
     * @throws ImportException where the file or plan is refused; the silo is as before
     * @throws TooManyRejectsException see there
     * @throws fr.sillage.core.community.AccessDeniedException where the member may not import
     */
    ImportRecord run(
            CommunityContext context, UUID id, SourceInput file, ImportPlan plan, boolean acceptRejects, JobControl job)
            throws ImportException;

    /** The same with an id of its own. */
    default ImportRecord run(
            CommunityContext context, SourceInput file, ImportPlan plan, boolean acceptRejects, JobControl job)
            throws ImportException {
        return run(context, UUID.randomUUID(), file, plan, acceptRejects, job);
    }

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
