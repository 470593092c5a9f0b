package fr.sillage.core.internal.analysis;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.published.Published;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.engine.TableId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Runs analyses for results that are kept, and shows kept ones to others than those who ran them. */
public interface Publishing {
    /** For whom a result is published. */
    enum Audience {
        MEMBER,
        /** The member and all others: it must go together with everything that is published for all. */
        COMMUNITY
    }

    /**
     * A published result with what its readers know from it.
     *
     * @param analysis that was run
     * @param table rows that it is of
     * @param seen as {@link SeenText} has it; empty where nothing is shown
     * @param before what they had seen before, the earliest first
     */
    record Run(AnalysisDescriptor analysis, Published published, TableId table, String seen, List<String> before) {
        public Run {
            before = List.copyOf(before);
            Objects.requireNonNull(analysis);
            Objects.requireNonNull(published);
            Objects.requireNonNull(table);
            Objects.requireNonNull(seen);
        }
    }

    /** @param analysis id or short name */
    Run publish(
            CommunityContext context,
            String analysis,
            Map<String, DataSetId> data,
            Values parameters,
            Audience audience,
            JobControl job)
            throws AnalysisException;

    /**
     * A result that is there already, for a member who may see it; it counts as seen then. Returns soon.
     *
     * @return empty where it has to be made, or something would have to be waited for
     */
    Optional<Published> atOnce(
            CommunityContext context, String analysis, Map<String, DataSetId> data, Values parameters)
            throws AnalysisException;

    /**
     * Lets a member see a result that others were shown; it counts as seen then.
     *
     * @param table rows that it is of
     * @param seen of the run
     * @throws AnalysisException where it is not to be shown to this member
     */
    void show(
            CommunityContext context,
            DataSetId dataSet,
            int version,
            TableId table,
            Published published,
            String seen,
            JobControl job)
            throws AnalysisException;
}
