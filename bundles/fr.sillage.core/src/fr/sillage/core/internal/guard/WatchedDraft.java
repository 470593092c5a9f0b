package fr.sillage.core.internal.guard;

import fr.sillage.api.analysis.Argument;
import fr.sillage.api.analysis.Bounds;
import fr.sillage.api.analysis.Condition;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.analysis.Finding;
import fr.sillage.api.analysis.Quantity;
import fr.sillage.api.analysis.Table;
import fr.sillage.api.analysis.Value;
import java.util.List;

/** Drafts whose contributed code, the bounds of their quantities, tells a call when it is at work. */
final class WatchedDraft {
    private final GuardedCall<?> call;

    private WatchedDraft(GuardedCall<?> call) {
        this.call = call;
    }

    /** @param call in which the platform works on the draft */
    static Draft of(Draft draft, GuardedCall<?> call) {
        WatchedDraft watched = new WatchedDraft(call);
        return new Draft(
                draft.tables().stream().map(watched::table).toList(),
                draft.figures(),
                draft.findings().stream().map(watched::choice).toList());
    }

    private Table table(Table table) {
        return new Table(
                table.id(),
                table.columns(),
                table.rows().stream().map(this::row).toList());
    }

    private List<Value> row(List<Value> row) {
        return row.stream()
                .map(value ->
                        value instanceof Value.Number number ? new Value.Number(quantity(number.quantity())) : value)
                .toList();
    }

    private Finding.Choice choice(Finding.Choice choice) {
        return new Finding.Choice(
                choice.candidates().stream().map(this::finding).toList(), choice.most());
    }

    private Finding finding(Finding finding) {
        return new Finding(
                finding.key(),
                finding.arguments().stream().map(this::argument).toList(),
                finding.about(),
                finding.severity(),
                finding.when().stream()
                        .map(when -> new Condition(quantity(when.quantity()), when.from(), when.below()))
                        .toList());
    }

    private Argument argument(Argument argument) {
        return argument instanceof Argument.Amount amount
                ? new Argument.Amount(quantity(amount.quantity()), amount.decimals())
                : argument;
    }

    private Quantity quantity(Quantity quantity) {
        Bounds bounds = quantity.bounds();
        return bounds == Bounds.NONE
                ? quantity
                : new Quantity(
                        quantity.value(),
                        quantity.follows(),
                        quantity.scale(),
                        possible -> call.inExtension(
                                () -> bounds.over(region -> call.inPlatform(() -> possible.apply(region)))));
    }
}
