package fr.sillage.ui.internal.data;

import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.AnonymizerDescriptor;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.extension.SourceDescriptor;
import java.util.List;
import java.util.Locale;

/** The words of the data pages where nothing is installed. */
final class DataWords {
    static final DataWording FRENCH = of(Locale.FRENCH);
    static final DataWording ENGLISH = of(Locale.ENGLISH);

    private DataWords() {}

    private static DataWording of(Locale locale) {
        return new DataWording(locale, new Extensions() {
            @Override
            public List<SourceDescriptor> sources() {
                return List.of();
            }

            @Override
            public List<AnonymizerDescriptor> anonymizers() {
                return List.of();
            }

            @Override
            public List<AnalysisDescriptor> analyses() {
                return List.of();
            }
        });
    }
}
