package fr.sillage.ui.internal.analysis;

import fr.sillage.api.published.Published;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.results.AnalysisState;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.rap.rwt.RWT;

/**
 * The latest result that a browser tab has shown, so that it can be read on, in another language too, when its analysis
 * is gone meanwhile.
 *
 * @param state what was asked
 */
record LastResult(CommunityId community, AnalysisState state, AnalysisDescriptor analysis, Published published) {
    private static final String KEY = LastResult.class.getName();

    LastResult {
        Objects.requireNonNull(community);
        Objects.requireNonNull(state);
        Objects.requireNonNull(analysis);
        Objects.requireNonNull(published);
    }

    void keep() {
        RWT.getUISession().setAttribute(KEY, this);
    }

    /** Of the same analysis, data set and community. */
    static Optional<LastResult> of(CommunityId community, AnalysisState state) {
        return Optional.ofNullable((LastResult) RWT.getUISession().getAttribute(KEY))
                .filter(last -> last.community().equals(community))
                .filter(last -> last.isOf(state.analysis()))
                .filter(last -> last.state().dataSet().equals(state.dataSet()));
    }

    private boolean isOf(String idOrAlias) {
        return analysis.id().equals(idOrAlias) || analysis.alias().equals(idOrAlias);
    }
}
