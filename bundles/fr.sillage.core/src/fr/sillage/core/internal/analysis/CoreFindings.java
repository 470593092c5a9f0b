package fr.sillage.core.internal.analysis;

import fr.sillage.api.MessageKey;
import fr.sillage.api.analysis.Argument;
import fr.sillage.api.analysis.Bounds;
import fr.sillage.api.analysis.Condition;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.analysis.Finding;
import fr.sillage.api.analysis.Interval;
import fr.sillage.api.analysis.Quantity;
import fr.sillage.api.analysis.Scale;
import fr.sillage.api.analysis.Severity;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Region;
import fr.sillage.core.gate.rare.RareCategories;
import fr.sillage.core.gate.rare.RareCategories.Gathered;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /** Says of each column whose rare categories were looked for, but not gathered, why some of it is hidden. */
    static Draft addLeft(Draft draft, Collection<Gathered> gathered, Cells evidence) {
        List<Finding.Choice> findings = new ArrayList<>(draft.findings());
        for (int key = 0; key < evidence.keys().size(); key++) {
            Key column = evidence.keys().get(key);
            if (RareCategories.canGather(column)
                    && gathered.stream().noneMatch(found -> found.key().equals(column))) {
                findings.add(Finding.Choice.of(new Finding(
                        new MessageKey(CORE, "rare.left"),
                        List.of(new Argument.Category(column.column())),
                        Set.of(),
                        Severity.UNCERTAINTY,
                        List.of(someIsHidden(evidence, key)))));
            }
        }
        return new Draft(draft.tables(), draft.figures(), findings);
    }

    /**
     * Follows from what is published alone: whether a category is rare is not told by it. A number of regions that are
     * all visible is 0; of those that are not the bounds say 1.
     */
    private static Condition someIsHidden(Cells evidence, int key) {
        Set<Region> margins = IntStream.range(0, evidence.labels(key).size())
                .mapToObj(code -> evidence.total().with(key, code))
                .collect(Collectors.toSet());
        Quantity hidden = new Quantity(0, margins, Scale.COUNT, possible -> Optional.of(Interval.of(1)));
        return new Condition(hidden, 1, 2);
    }

    private static Finding finding(String key, List<Argument> arguments) {
        return new Finding(new MessageKey(CORE, key), arguments, Set.of(), Severity.UNCERTAINTY, List.of());
    }
}
