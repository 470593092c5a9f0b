package fr.sillage.core.extension;

import java.util.List;
import java.util.Optional;

/** What is contributed to the three extension points at the moment. */
public interface Extensions {
    List<SourceDescriptor> sources();

    List<AnonymizerDescriptor> anonymizers();

    List<AnalysisDescriptor> analyses();

    default Optional<SourceDescriptor> source(String id) {
        return sources().stream().filter(s -> s.id().equals(id)).findFirst();
    }

    default Optional<AnonymizerDescriptor> anonymizer(String id) {
        return anonymizers().stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** @param idOrAlias either */
    default Optional<AnalysisDescriptor> analysis(String idOrAlias) {
        return analyses().stream()
                .filter(a -> a.id().equals(idOrAlias) || a.alias().equals(idOrAlias))
                .findFirst();
    }
}
