package fr.sillage.core.gate.suppression;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.Argument;
import fr.sillage.api.analysis.Condition;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.analysis.Finding;
import fr.sillage.api.analysis.Interval;
import fr.sillage.api.analysis.Quantity;
import fr.sillage.api.analysis.Table;
import fr.sillage.api.analysis.Value;
import fr.sillage.api.published.Precision;
import fr.sillage.api.published.Provenance;
import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedFinding;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Region;
import fr.sillage.api.seal.PublicationSeal;
import fr.sillage.core.gate.PublicationGate;
import fr.sillage.core.gate.PublicationRule;
import fr.sillage.core.gate.TooCloseException;
import fr.sillage.core.gate.known.SeenTable;
import fr.sillage.core.gate.known.Surroundings;
import fr.sillage.core.gate.rare.RareCategories;
import fr.sillage.core.gate.rounding.Rounding;
import fr.sillage.core.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Hides small cells and their complements, rounds or withholds what follows from them. */
public final class SuppressingGate implements PublicationGate {
    private static final int MOST_KEYS = 2;

    /** How often more is hidden for what was seen before. */
    private static final int MOST_ATTEMPTS = 8;

    @Override
    public boolean protects(Cells evidence) {
        return evidence.keys().size() <= MOST_KEYS
                && evidence.measures().isEmpty()
                && evidence.links().isEmpty()
                && !evidence.overlap();
    }

    @Override
    public Release publish(
            Draft draft,
            Cells evidence,
            PublicationRule rule,
            Surroundings surroundings,
            String analysis,
            Values parameters,
            List<Provenance.Origin> data,
            JobControl job) {
        if (!protects(evidence)) {
            throw new IllegalArgumentException("cells that are not protected");
        }
        Passage passage = new Passage(suppression(evidence, rule.threshold(), surroundings, job), job);
        List<PublishedTable> tables =
                draft.tables().stream().map(passage::table).toList();
        List<PublishedFinding> findings = draft.findings().stream()
                .flatMap(choice -> passage.findings(choice).stream())
                .toList();
        Provenance provenance = new Provenance(
                analysis,
                parameters,
                origins(data, evidence, passage.suppression),
                rule.threshold(),
                evidence.unit(),
                passage.suppression.hiddenCount());
        Suppression suppression = passage.suppression;
        return new Release(
                Published.seal(new PublicationSeal(), tables, draft.figures(), findings, provenance),
                suppression.hidden().stream()
                        .map(region -> SeenTable.labels(evidence, region))
                        .collect(Collectors.toSet()),
                suppression.hidesEverything());
    }

    private static Suppression suppression(Cells evidence, int threshold, Surroundings surroundings, JobControl job) {
        if (surroundings.refuses()) {
            throw new TooCloseException(surroundings.byCategories());
        }
        Set<Region> more = new HashSet<>();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Suppression suppression = new Suppression(evidence, threshold, surroundings.hiding(more), job);
            if (suppression.hidesEverything()) {
                if (surroundings == Surroundings.NONE
                        || surroundings.again().isPresent()
                        || new Suppression(evidence, threshold, Surroundings.NONE, job).hidesEverything()) {
                    return suppression;
                }
                if (!more.addAll(surroundings.hiddenElsewhere())) {
                    break;
                }
                continue; // there may be complements once the same regions are hidden here
            }
            Optional<Set<Region>> also = surroundings.alsoToHide(Set.copyOf(suppression.hidden()));
            if (also.isEmpty()) {
                break;
            }
            if (also.get().isEmpty()) {
                return suppression;
            }
            more.addAll(also.get());
        }
        throw new TooCloseException(surroundings.byCategories());
    }

    /** The rows of a data set less those that were counted would tell how few were left out. */
    private static List<Provenance.Origin> origins(
            List<Provenance.Origin> data, Cells evidence, Suppression suppression) {
        if (!suppression.hidesLeftOut() || suppression.hidesEverything()) {
            return data;
        }
        String slot = evidence.keys().getFirst().slot();
        long counted = evidence.cell(evidence.total()).rows();
        return data.stream()
                .map(origin -> origin.slot().equals(slot)
                        ? new Provenance.Origin(slot, origin.name(), origin.version(), counted, origin.kind())
                        : origin)
                .toList();
    }

    /** One draft on its way. */
    private static final class Passage {
        private final Suppression suppression;
        private final JobControl job;
        private final Function<Region, Interval> possible;

        /** By identity: many quantities share one set of all regions, too large to look through each time. */
        private final Map<Set<Region>, Boolean> visible = new IdentityHashMap<>();

        Passage(Suppression suppression, JobControl job) {
            this.suppression = suppression;
            this.job = job;
            this.possible = suppression::possible;
        }

        PublishedTable table(Table table) {
            return new PublishedTable(
                    table.id(),
                    table.columns(),
                    table.rows().stream().map(this::row).toList());
        }

        private List<PublishedValue> row(List<Value> row) {
            job.check();
            return row.stream().map(this::value).toList();
        }

        private PublishedValue value(Value value) {
            return switch (value) {
                case Value.Label label ->
                    label.text().equals(RareCategories.NAME)
                            ? new PublishedValue.Term(Texts.RARE)
                            : new PublishedValue.Label(label.text());
                case Value.Term term -> new PublishedValue.Term(term.id());
                case Value.HiddenFlag flag -> new PublishedValue.Flag(suppression.isHidden(flag.region()));
                case Value.Number number ->
                    number(number.quantity()).<PublishedValue>map(n -> n).orElse(PublishedValue.Withheld.INSTANCE);
            };
        }

        private boolean isVisible(Quantity quantity) {
            return !quantity.follows().isEmpty()
                    && visible.computeIfAbsent(
                            quantity.follows(), regions -> regions.stream().noneMatch(suppression::isHidden));
        }

        private Optional<PublishedValue.Number> number(Quantity quantity) {
            if (isVisible(quantity)) {
                return Optional.of(new PublishedValue.Number(quantity.value(), Precision.EXACT));
            }
            return interval(quantity)
                    .flatMap(interval -> Rounding.common(interval, quantity.value(), quantity.scale()));
        }

        /** Where a quantity lies for all that is published; a point where it is visible. */
        private Optional<Interval> interval(Quantity quantity) {
            if (isVisible(quantity)) {
                return Double.isNaN(quantity.value()) ? Optional.empty() : Optional.of(Interval.of(quantity.value()));
            }
            boolean never = quantity.follows().isEmpty() || suppression.hidesEverything();
            return never ? Optional.empty() : quantity.bounds().over(possible);
        }

        List<PublishedFinding> findings(Finding.Choice choice) {
            List<PublishedFinding> found = new ArrayList<>();
            for (Finding candidate : choice.candidates()) {
                if (found.size() < choice.most()) {
                    job.check();
                    finding(candidate).ifPresent(found::add);
                }
            }
            return found;
        }

        private Optional<PublishedFinding> finding(Finding finding) {
            if (finding.about().stream().anyMatch(suppression::isHidden)
                    || !finding.when().stream().allMatch(this::holds)) {
                return Optional.empty();
            }
            List<PublishedFinding.Argument> arguments = new ArrayList<>();
            for (Argument argument : finding.arguments()) {
                switch (argument) {
                    case Argument.Category category ->
                        arguments.add(new PublishedFinding.Argument.Category(category.label()));
                    case Argument.Amount amount ->
                        number(amount.quantity())
                                .ifPresent(n -> arguments.add(new PublishedFinding.Argument.Amount(
                                        n.value(),
                                        n.precision(),
                                        amount.quantity().scale(),
                                        amount.decimals())));
                }
            }
            return arguments.size() == finding.arguments().size()
                    ? Optional.of(new PublishedFinding(finding.key(), arguments, finding.severity()))
                    : Optional.empty();
        }

        private boolean holds(Condition condition) {
            return interval(condition.quantity())
                    .filter(i -> i.low() >= condition.from() && i.high() < condition.below())
                    .isPresent();
        }
    }
}
