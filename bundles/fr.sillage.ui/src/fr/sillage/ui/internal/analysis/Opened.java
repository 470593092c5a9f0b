package fr.sillage.ui.internal.analysis;

import fr.sillage.core.results.AnalysisState;
import fr.sillage.core.results.KeptResult;
import fr.sillage.core.silo.SavedAnalysis;
import java.util.Objects;
import java.util.Optional;

/**
 * What the analysis page begins with.
 *
 * @param state what is asked
 * @param kept a result that is there already; without one the page computes
 * @param saved what the result was saved as
 */
record Opened(AnalysisState state, Optional<KeptResult> kept, Optional<SavedAnalysis> saved) {
    Opened {
        Objects.requireNonNull(state);
        Objects.requireNonNull(kept);
        Objects.requireNonNull(saved);
    }

    static Opened of(AnalysisState state) {
        return new Opened(state, Optional.empty(), Optional.empty());
    }

    static Opened of(KeptResult kept, Optional<SavedAnalysis> saved) {
        return new Opened(kept.state(), Optional.of(kept), saved);
    }
}
