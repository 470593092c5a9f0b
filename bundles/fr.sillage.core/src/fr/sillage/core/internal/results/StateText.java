package fr.sillage.core.internal.results;

import fr.sillage.api.Values;
import fr.sillage.core.results.AnalysisState;
import fr.sillage.core.silo.DataSetId;
import java.util.Map;
import java.util.UUID;

/** An {@link AnalysisState} as a record for JSON. */
record StateText(String analysis, String dataSet, Map<String, String> values, Map<String, String> look) {
    static StateText of(AnalysisState state) {
        return new StateText(
                state.analysis(),
                state.dataSet().value().toString(),
                state.values().byName(),
                state.look().byName());
    }

    AnalysisState state() {
        return new AnalysisState(
                analysis, new DataSetId(UUID.fromString(dataSet)), new Values(values), new Values(look));
    }
}
