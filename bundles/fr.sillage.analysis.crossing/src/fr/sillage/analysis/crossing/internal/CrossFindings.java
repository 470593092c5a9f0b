package fr.sillage.analysis.crossing.internal;

import fr.sillage.api.MessageKey;
import fr.sillage.api.analysis.Argument;
import fr.sillage.api.analysis.Bounds;
import fr.sillage.api.analysis.Condition;
import fr.sillage.api.analysis.Finding;
import fr.sillage.api.analysis.Quantity;
import fr.sillage.api.analysis.Scale;
import fr.sillage.api.analysis.Severity;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What a cross-tabulation says in sentences, and how sure it is. */
final class CrossFindings {
    private static final int MOST_CELLS = 3;
    private static final double SIGNIFICANT = 0.05;

    /** Bands of Cramér's V by their lower ends, after Cohen 1988, Statistical Power Analysis, for two categories. */
    private static final List<Strength> STRENGTHS = List.of(
            new Strength("veryweak", 0),
            new Strength("weak", 0.1),
            new Strength("medium", 0.3),
            new Strength("strong", 0.5));

    private record Strength(String name, double from) {}

    private final CrossMeasures measures;
    private final Cells cells;

    CrossFindings(CrossMeasures measures) {
        this.measures = measures;
        this.cells = measures.cells();
    }

    List<Finding.Choice> findings() {
        List<Finding.Choice> choices = new ArrayList<>();
        choices.add(new Finding.Choice(cellFindings(), MOST_CELLS));
        choices.add(new Finding.Choice(link(), 1));
        choices.add(new Finding.Choice(strength(), 1));
        repeated(choices);
        choices.add(new Finding.Choice(cochran(), 1));
        if (!cells.subjectKnown()) {
            choices.add(Finding.Choice.of(finding("finding.nosubject", Severity.WARNING, List.of(), List.of())));
        }
        if (cells.missing().rows() > 0) {
            // follows the region of what is missing, so the gate withholds it where that is of too few persons
            Quantity rows =
                    new Quantity(cells.missing().rows(), Set.of(cells.missing().region()), Scale.COUNT, Bounds.NONE);
            choices.add(Finding.Choice.of(finding(
                    counted("finding.missing", cells.missing().rows()),
                    Severity.UNCERTAINTY,
                    List.of(new Argument.Amount(rows, 0)),
                    List.of())));
        }
        return choices;
    }

    /** One candidate a cell, the farthest from independence first; what is not significant the gate leaves out. */
    private List<Finding> cellFindings() {
        record Place(int row, int column, double residual) {}
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < measures.rows(); i++) {
            for (int j = 0; j < measures.columns(); j++) {
                double residual = measures.table().adjustedResidual(i, j);
                // a residual that is not significant alone is not significant among many
                if (Math.abs(residual) > 1.95) {
                    places.add(new Place(i, j, residual));
                }
            }
        }
        places.sort(Comparator.comparingDouble(place -> -Math.abs(place.residual())));
        return places.stream()
                .map(place -> cellFinding(place.row(), place.column(), place.residual()))
                .toList();
    }

    private Finding cellFinding(int row, int column, double residual) {
        return new Finding(
                key(residual > 0 ? "finding.cell.more" : "finding.cell.less"),
                List.of(
                        new Argument.Category(cells.labels(0).get(row)),
                        new Argument.Category(cells.labels(1).get(column)),
                        new Argument.Amount(measures.shareInRow(row, column), 0),
                        new Argument.Amount(measures.shareElsewhere(row, column), 0),
                        new Argument.Amount(measures.residual(row, column), 1)),
                Set.of(CrossMeasures.cell(row, column)),
                Severity.FINDING,
                List.of(new Condition(measures.holm(row, column), 0, SIGNIFICANT)));
    }

    private List<Finding> link() {
        Quantity p = measures.p();
        return List.of(
                band("finding.link.veryclear", p, 3, 0, 0.001),
                band("finding.link.clear", p, 3, 0.001, 0.01),
                band("finding.link.visible", p, 3, 0.01, SIGNIFICANT),
                band("finding.link.none", p, 2, SIGNIFICANT, 1.1),
                // where hidden cells leave p on both sides of a limit, what is true on both
                least("finding.link.clear.least", p, 0.01),
                least("finding.link.visible.least", p, SIGNIFICANT),
                // the question is answered in any case, if only by why it cannot be
                finding("finding.link.open", Severity.UNCERTAINTY, List.of(), List.of()));
    }

    private static Finding least(String key, Quantity p, double below) {
        return finding(key, Severity.UNCERTAINTY, List.of(), List.of(new Condition(p, 0, below)));
    }

    /** How strong the link is, the narrowest statement first that holds in every table left open. */
    private List<Finding> strength() {
        List<Finding> candidates = new ArrayList<>();
        for (int bands = 1; bands < STRENGTHS.size(); bands++) {
            for (int first = 0; first + bands <= STRENGTHS.size(); first++) {
                strength(candidates, first, first + bands - 1);
            }
        }
        return candidates;
    }

    /** With the V and, where hidden cells leave too many, without. */
    private void strength(List<Finding> candidates, int first, int last) {
        Quantity v = measures.cramersV();
        String key = "finding.strength." + name(first, last);
        List<Condition> when = List.of(
                new Condition(v, STRENGTHS.get(first).from(), below(last)),
                // without a link there is no strength to speak of
                new Condition(measures.p(), 0, SIGNIFICANT));
        candidates.add(finding(key, Severity.UNCERTAINTY, List.of(new Argument.Amount(v, 2)), when));
        candidates.add(finding(key + ".bare", Severity.UNCERTAINTY, List.of(), when));
    }

    private static String name(int first, int last) {
        if (first == last) {
            return STRENGTHS.get(first).name();
        }
        if (last - first == 1) {
            return STRENGTHS.get(first).name() + "." + STRENGTHS.get(last).name();
        }
        return first == 0
                ? "most." + STRENGTHS.get(last).name()
                : "least." + STRENGTHS.get(first).name();
    }

    private static double below(int strength) {
        return strength + 1 < STRENGTHS.size() ? STRENGTHS.get(strength + 1).from() : 1.1;
    }

    private static Finding band(String key, Quantity quantity, int decimals, double from, double below) {
        return finding(
                key,
                Severity.UNCERTAINTY,
                List.of(new Argument.Amount(quantity, decimals)),
                List.of(new Condition(quantity, from, below)));
    }

    private void repeated(List<Finding.Choice> choices) {
        long beyond = cells.unit() == Unit.ROW
                ? cells.repeated()
                : cells.units(cells.total()) - cells.cell(cells.total()).persons();
        if (beyond > 0) {
            String key = cells.unit() == Unit.ROW ? "finding.repeated.rows" : "finding.repeated.persons";
            choices.add(Finding.Choice.of(finding(
                    counted(key, beyond),
                    Severity.UNCERTAINTY,
                    List.of(new Argument.Amount(measures.overall(beyond), 0)),
                    List.of())));
        }
    }

    /** Key of the singular, where it is one. */
    private static String counted(String key, long number) {
        return number == 1 ? key + ".one" : key;
    }

    private List<Finding> cochran() {
        return List.of(
                finding(
                        "finding.cochran.one",
                        Severity.WARNING,
                        List.of(),
                        List.of(new Condition(measures.smallestExpected(), 0, 1))),
                finding(
                        "finding.cochran.five",
                        Severity.WARNING,
                        List.of(),
                        List.of(new Condition(measures.shareUnderFive(), Math.nextUp(0.2), 1.1))));
    }

    private static Finding finding(String key, Severity severity, List<Argument> arguments, List<Condition> when) {
        return new Finding(key(key), arguments, Set.of(), severity, when);
    }

    private static MessageKey key(String key) {
        return new MessageKey(Crossing.ID, key);
    }
}
