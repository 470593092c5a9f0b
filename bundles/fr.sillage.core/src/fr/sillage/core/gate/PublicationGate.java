package fr.sillage.core.gate;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.published.Provenance;
import fr.sillage.api.published.Published;
import fr.sillage.api.query.Cells;
import fr.sillage.core.gate.known.Surroundings;
import java.util.List;
import java.util.Set;

/** Makes of a draft what may be seen. */
public interface PublicationGate {
    /** Whether it can hide the small cells of such an answer; a result that follows from another one is refused. */
    boolean protects(Cells evidence);

    /**
     * @param evidence what the analysis was told: the cells to protect
     * @param analysis id of the analysis, for the provenance
     * @param parameters its parameters, for the provenance
     * @param data where the data come from, for the provenance
     * @throws fr.sillage.api.JobCancelledException soon after the job was told to end
     * @throws IllegalArgumentException where it does not {@link #protects protect} the evidence
     */
    default Published publish(
            Draft draft,
            Cells evidence,
            PublicationRule rule,
            String analysis,
            Values parameters,
            List<Provenance.Origin> data,
            JobControl job) {
        return publish(draft, evidence, rule, Surroundings.NONE, analysis, parameters, data, job)
                .published();
    }

    /**
     * The same for a reader who has seen other results.
     *
     * @param surroundings what the reader knows from them
     * @throws TooCloseException where it differs by too few persons from what the reader has seen
     */
    Release publish(
            Draft draft,
            Cells evidence,
            PublicationRule rule,
            Surroundings surroundings,
            String analysis,
            Values parameters,
            List<Provenance.Origin> data,
            JobControl job);

    /**
     * A published result with what is hidden in it.
     *
     * @param hidden cells and margins by their labels, as {@link fr.sillage.core.gate.known.SeenTable} has them
     * @param everything whether nothing is shown
     */
    record Release(Published published, Set<List<String>> hidden, boolean everything) {
        public Release {
            hidden = Set.copyOf(hidden);
        }
    }
}
