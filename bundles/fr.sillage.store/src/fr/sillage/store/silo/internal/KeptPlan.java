package fr.sillage.store.silo.internal;

import fr.sillage.api.Values;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.ValueFormat;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.FirstTarget;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.Target;
import fr.sillage.core.imports.Treatment;
import fr.sillage.core.json.Json;
import java.util.List;

/** Import plans, and where rows go, as text, of each shape that they have had. */
final class KeptPlan {
    private KeptPlan() {}

    /** @throws IllegalArgumentException where the text is no plan; the message holds nothing of it */
    static ImportPlan read(String text) {
        try {
            return Json.read(text, ImportPlan.class);
        } catch (IllegalArgumentException e) {
            return Json.read(text, First.class).plan();
        }
    }

    /** @throws IllegalArgumentException as {@link #read} */
    static Target target(String text) {
        try {
            return Json.read(text, Target.class);
        } catch (IllegalArgumentException e) {
            return Json.read(text, FirstTarget.class).target();
        }
    }

    /** In silos of formats 2 and 3 a column of a file had the name of its field. */
    record First(String dataSet, String source, Values settings, List<Column> columns, String attribution) {
        /** Of a file. */
        record Column(Field field, ValueFormat format, Treatment treatment) {}

        private ImportPlan plan() {
            return new ImportPlan(
                    dataSet,
                    source,
                    settings,
                    columns.stream()
                            .map(column -> new ColumnPlan(column.field(), column.format(), column.treatment()))
                            .toList(),
                    attribution);
        }
    }
}
