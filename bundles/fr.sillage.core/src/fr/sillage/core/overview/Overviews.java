package fr.sillage.core.overview;

import fr.sillage.api.JobControl;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.silo.DataSetId;
import java.util.Optional;

/** What the columns of a data set hold, through the publication gate: missing and different values, distributions. */
public interface Overviews {
    /** Is told of one column after the other, from a thread of the service. */
    interface Listener {
        /**
         * @param index place of the column in the data set
         * @param overview empty where it could not be computed
         */
        void column(int index, Optional<ColumnOverview> overview);
    }

    /**
     * Computes in the background; what is known of a version is kept.
     *
     * @return ends it
     * @throws fr.sillage.core.community.AccessDeniedException where the member may not see results
     */
    Runnable compute(CommunityContext context, DataSetId dataSet, Listener listener);

    /**
     * The same for who waits, in the thread of the caller.
     *
     * @return empty where there is no such data set
     * @throws fr.sillage.core.community.AccessDeniedException where the member may not see results
     */
    Optional<DataSetOverview> of(CommunityContext context, DataSetId dataSet, JobControl job);
}
