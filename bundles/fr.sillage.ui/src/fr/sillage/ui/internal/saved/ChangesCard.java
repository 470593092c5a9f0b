package fr.sillage.ui.internal.saved;

import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.core.results.Changes;
import fr.sillage.core.results.Changes.Category;
import fr.sillage.core.results.Changes.Move;
import fr.sillage.core.results.Changes.Statistic;
import fr.sillage.core.results.KeptResult;
import fr.sillage.core.text.NumberFormats;
import fr.sillage.core.text.Texts;
import fr.sillage.ui.export.PublishedNumbers;
import fr.sillage.ui.kit.Formats;
import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** What changed since a saved result, in sentences and two small tables. */
public final class ChangesCard {
    /** The smallest p that is told. */
    private static final double LEAST_P = 0.001;

    private static final int LEAST_TEXT = 200;
    private static final int[] MOVES = {130, 100, 80, 100, 100};
    private static final int[] STATISTICS = {250, 80, 90};

    private final Locale locale;
    private final Messages messages;
    private final UnaryOperator<String> terms;
    private final UnaryOperator<String> columns;

    /**
     * @param terms the reader's word for a term of the analysis
     * @param columns the data's column that stands on an axis
     */
    public ChangesCard(PageContext page, UnaryOperator<String> terms, UnaryOperator<String> columns) {
        this.locale = page.locale();
        this.messages = Messages.of(ChangesCard.class, locale);
        this.terms = terms;
        this.columns = columns;
    }

    /** @param threshold fewest persons that a difference must be of */
    public void show(Composite parent, KeptResult before, Published after, int threshold) {
        Changes changes = Changes.between(before.published(), after, threshold);
        Composite card = Kit.card(parent, 1);
        card.setLayoutData(Kit.wide());
        TestIds.set(card, "saved.changes");
        int now = after.provenance().data().getFirst().version();
        Kit.label(
                card,
                before.version() == now
                        ? messages.get("changes.title.same", Formats.time(before.ran(), locale), now)
                        : messages.get("changes.title", Formats.time(before.ran(), locale), before.version(), now),
                "section",
                SWT.WRAP);
        if (changes.tooClose()) {
            line(card, messages.get("changes.close", threshold));
            return;
        }
        boolean moved = changes.statistics().stream().anyMatch(Statistic::changed)
                || !changes.come().isEmpty()
                || !changes.gone().isEmpty();
        if (!moved) {
            line(card, messages.get("changes.none"));
            return;
        }
        totals(changes).ifPresent(sentence -> line(card, sentence));
        categories("changes.come", changes.come()).forEach(sentence -> line(card, sentence));
        categories("changes.gone", changes.gone()).forEach(sentence -> line(card, sentence));
        if (changes.moves().isEmpty()) {
            line(card, messages.get("changes.still"));
        } else {
            line(card, first(changes.moves().getFirst()));
        }
        Composite tables = Kit.box(card, 2, 0);
        if (!changes.moves().isEmpty()) {
            moves(tables, changes.moves());
        }
        statistics(tables, changes.statistics());
        line(card, messages.get("changes.rule", threshold), "small");
    }

    private Optional<String> totals(Changes changes) {
        List<String> parts = changes.statistics().stream()
                .filter(statistic ->
                        statistic.term().equals("rows") || statistic.term().equals("persons"))
                .filter(statistic ->
                        statistic.before().isPresent() && statistic.after().isPresent())
                .map(statistic -> messages.get(
                        statistic.changed() ? "changes.total" : "changes.total.same",
                        terms.apply(statistic.term()),
                        number(statistic.before()),
                        number(statistic.after()),
                        signed(
                                statistic.after().get().value()
                                        - statistic.before().get().value(),
                                0)))
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", parts));
    }

    private List<String> categories(String key, List<Category> categories) {
        return categories.stream()
                .map(Category::axis)
                .distinct()
                .map(axis -> messages.get(
                        key,
                        columns.apply(axis),
                        categories.stream()
                                .filter(category -> category.axis().equals(axis))
                                .map(category -> label(category.label()))
                                .collect(Collectors.joining(", "))))
                .toList();
    }

    private String label(String category) {
        return category.equals(Texts.RARE) ? terms.apply(category) : category;
    }

    private String first(Move move) {
        return messages.get(
                "changes.most",
                label(move.row()),
                label(move.column()),
                percent(move.shareBefore()),
                percent(move.shareAfter()));
    }

    private void moves(Composite parent, List<Move> moves) {
        Table table = Kit.table(
                parent,
                List.of(
                        messages.get("move.row"),
                        messages.get("move.column"),
                        messages.get("before"),
                        messages.get("after"),
                        messages.get("move.by")),
                MOVES);
        TestIds.set(table, "saved.moves");
        Kit.alignRight(table, 2, 3, 4);
        for (Move move : moves) {
            new TableItem(table, SWT.NONE).setText(new String[] {
                Html.visible(label(move.row())),
                Html.visible(label(move.column())),
                percent(move.shareBefore()),
                percent(move.shareAfter()),
                messages.get("points", signed(100 * move.by(), 1))
            });
        }
        fit(table);
    }

    private void statistics(Composite parent, List<Statistic> statistics) {
        Table table = Kit.table(
                parent, List.of(messages.get("statistic"), messages.get("before"), messages.get("after")), STATISTICS);
        TestIds.set(table, "saved.statistics");
        Kit.alignRight(table, 1, 2);
        for (Statistic statistic : statistics) {
            new TableItem(table, SWT.NONE).setText(new String[] {
                terms.apply(statistic.term()), value(statistic, statistic.before()), value(statistic, statistic.after())
            });
        }
        fit(table);
    }

    private static void fit(Table table) {
        Kit.fitRows(table);
        ((GridData) table.getLayoutData()).grabExcessHorizontalSpace = false;
        ((GridData) table.getLayoutData()).horizontalAlignment = SWT.LEFT;
    }

    /** A p is never zero. */
    private String value(Statistic statistic, Optional<PublishedValue.Number> number) {
        boolean tiny = statistic.term().equals("p")
                && number.filter(p -> p.value() < LEAST_P).isPresent();
        return tiny ? "< " + NumberFormats.decimals(locale, 3, 3).format(LEAST_P) : number(number);
    }

    private String number(Optional<PublishedValue.Number> number) {
        return number.map(n -> PublishedNumbers.forPeople(n, 3, locale)).orElse("•");
    }

    private String percent(double share) {
        return NumberFormats.percent(locale, 1).format(share);
    }

    private String signed(double value, int decimals) {
        String number = NumberFormats.decimals(locale, decimals, decimals).format(value);
        return value > 0 ? "+" + number : number;
    }

    private static void line(Composite card, String sentence) {
        line(card, sentence, "");
    }

    private static void line(Composite card, String sentence, String variant) {
        Label label = Kit.label(card, sentence, variant, SWT.WRAP);
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        label.setLayoutData(wide);
    }
}
