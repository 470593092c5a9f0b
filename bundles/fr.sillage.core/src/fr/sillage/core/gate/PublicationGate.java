package fr.sillage.core.gate;

import fr.sillage.api.Values;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.published.Provenance;
import fr.sillage.api.published.Published;
import fr.sillage.api.query.Cells;
import java.util.List;

/** Makes of a draft what may be seen. */
public interface PublicationGate {
    /** Whether it can hide the small cells of such an answer; a result that follows from another one is refused. */
    boolean protects(Cells evidence);

    /**
     * @param evidence what the analysis was told: the cells to protect
     * @param analysis id of the analysis, for the provenance
     * @param parameters its parameters, for the provenance
     * @param data where the data come from, for the provenance
     * @throws IllegalArgumentException where it does not {@link #protects protect} the evidence
     */
    Published publish(
            Draft draft,
            Cells evidence,
            PublicationRule rule,
            String analysis,
            Values parameters,
            List<Provenance.Origin> data);
}
