package fr.sillage.core.results;

import fr.sillage.api.data.RowKind;
import fr.sillage.api.published.Published;
import fr.sillage.core.community.UserId;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.text.Texts;
import java.time.Instant;
import java.util.Objects;

/**
 * A published result as it was kept, readable without the extension that made it.
 *
 * @param state what was asked
 * @param analysis as it was; it cannot be run
 * @param texts of the analysis as they were, in all languages
 * @param by who ran it
 * @param ran when
 */
public record KeptResult(
        AnalysisState state, AnalysisDescriptor analysis, Published published, Texts texts, UserId by, Instant ran) {
    public KeptResult {
        Objects.requireNonNull(state);
        Objects.requireNonNull(analysis);
        Objects.requireNonNull(published);
        Objects.requireNonNull(texts);
        Objects.requireNonNull(by);
        Objects.requireNonNull(ran);
    }

    /** What a row of its data is. */
    public RowKind rows() {
        return published.provenance().rowKind();
    }

    /** Of the data set that the result is of. */
    public int version() {
        return published.provenance().data().getFirst().version();
    }
}
