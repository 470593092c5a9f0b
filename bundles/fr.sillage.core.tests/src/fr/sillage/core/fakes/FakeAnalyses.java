package fr.sillage.core.fakes;

import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.AnonymizerDescriptor;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.extension.SourceDescriptor;
import java.util.List;

/** Analyses alone. */
public record FakeAnalyses(List<AnalysisDescriptor> analyses) implements Extensions {
    @Override
    public List<SourceDescriptor> sources() {
        return List.of();
    }

    @Override
    public List<AnonymizerDescriptor> anonymizers() {
        return List.of();
    }
}
