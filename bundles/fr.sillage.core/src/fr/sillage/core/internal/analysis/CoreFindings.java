package fr.sillage.core.internal.analysis;

import fr.sillage.api.MessageKey;
import fr.sillage.api.analysis.Argument;
import fr.sillage.api.analysis.Bounds;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.analysis.Finding;
import fr.sillage.api.analysis.Quantity;
import fr.sillage.api.analysis.Scale;
import fr.sillage.api.analysis.Severity;
import fr.sillage.api.query.Cells;
import fr.sillage.core.gate.rare.RareCategories.Gathered;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What the core adds to the sentences of an analysis: how the categories of its result came about. */
final class CoreFindings {
    private static final String CORE = "fr.sillage.core";

    private CoreFindings() {}

    /** Categories were to be gathered, but are not. */
    static Finding apart() {
        return finding("rare.apart", List.of());
    }

    static Draft add(Draft draft, List<Finding> said, Collection<Gathered> gathered, Cells evidence) {
        List<Finding.Choice> findings = new ArrayList<>(draft.findings());
        said.forEach(finding -> findings.add(Finding.Choice.of(finding)));
        for (Gathered column : gathered) {
            Quantity categories = new Quantity(column.categories(), Set.of(evidence.total()), Scale.COUNT, Bounds.NONE);
            findings.add(Finding.Choice.of(finding(
                    "rare.gathered",
                    List.of(new Argument.Category(column.key().column()), new Argument.Amount(categories, 0)))));
        }
        return new Draft(draft.tables(), draft.figures(), findings);
    }

    private static Finding finding(String key, List<Argument> arguments) {
        return new Finding(new MessageKey(CORE, key), arguments, Set.of(), Severity.UNCERTAINTY, List.of());
    }
}
