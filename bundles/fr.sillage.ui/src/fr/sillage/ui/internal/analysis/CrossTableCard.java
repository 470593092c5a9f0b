package fr.sillage.ui.internal.analysis;

import fr.sillage.api.analysis.Figure;
import fr.sillage.api.published.Published;
import fr.sillage.ui.internal.analysis.CrossTableModel.Field;
import fr.sillage.ui.internal.analysis.CrossTableModel.Show;
import fr.sillage.ui.internal.analysis.CrossTableModel.Tone;
import fr.sillage.ui.kit.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** The cross table behind a figure: counts, shares or residuals, with marks and totals. */
final class CrossTableCard {
    /** Beyond so many rows the table scrolls. */
    private static final int MOST_ROWS = 22;

    private static final int ROW_HEIGHT = 24;
    private static final int HEAD_HEIGHT = 30;
    private static final int CHAR_WIDTH = 7;
    private static final int COLUMN_PADDING = 18;
    private static final int MOST_LABEL = 200;
    private static final int MOST_HEADING = 120;
    private static final int LEAST_COLUMN = 48;

    private final Published published;
    private final Figure figure;
    private final Wording wording;
    private final Consumer<View> chosen;
    private final Composite card;

    private CrossTableCard(
            Composite parent, Published published, Figure figure, Wording wording, Consumer<View> chosen) {
        this.published = published;
        this.figure = figure;
        this.wording = wording;
        this.chosen = chosen;
        this.card = Look.card(parent, 1);
    }

    /** @param chosen is told when something else is to be shown */
    static CrossTableCard create(
            Composite parent, Published published, Figure figure, Wording wording, View now, Consumer<View> chosen) {
        CrossTableCard view = new CrossTableCard(parent, published, figure, wording, chosen);
        view.fill(now);
        return view;
    }

    Composite card() {
        return card;
    }

    private void fill(View now) {
        CrossTableModel model = CrossTableModel.of(published, figure, now.show(), wording::term, wording.locale())
                .in(now.order(published, figure, wording::term));
        Composite head = Look.row(card, 2);
        Look.heading(head, wording.table(figure.table()));
        toggles(head, now);
        int width = table(model);
        List<String> legend = new ArrayList<>();
        if (model.shows(Tone.MORE, Tone.MUCH_MORE, Tone.LESS, Tone.MUCH_LESS)) {
            legend.add(wording.own("legend.difference"));
        }
        if (model.shows(Tone.HIDDEN)) {
            legend.add(wording.own("legend.hidden"));
        }
        Composite foot = Look.row(card, 3);
        Label line = Look.text(foot, String.join(" · ", legend), Look.Ink.SMALL);
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
        wide.widthHint = width * 11 / 20;
        line.setLayoutData(wide);
        sort(
                foot,
                "sort.rows",
                now.rows(),
                () -> chosen.accept(now.rowsBy(now.rows().next())));
        sort(
                foot,
                "sort.columns",
                now.columns(),
                () -> chosen.accept(now.columnsBy(now.columns().next())));
    }

    private void sort(Composite foot, String key, CrossOrder.Sort sort, Runnable next) {
        Look.identify(Look.link(foot, wording.own(key, wording.own("sort." + sort)), next), "analysis." + key);
    }

    private void toggles(Composite head, View now) {
        Composite row = new Composite(head, SWT.NONE);
        row.setLayoutData(new GridData(SWT.END, SWT.CENTER, true, false));
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.marginTop = 0;
        layout.marginBottom = 0;
        layout.marginRight = 0;
        layout.spacing = 4;
        row.setLayout(layout);
        for (Show show : Show.values()) {
            Look.identify(
                    Look.choice(
                            row,
                            wording.own(
                                    switch (show) {
                                        case COUNT -> "show.count";
                                        case SHARE -> "show.share";
                                        case COLUMN_SHARE -> "show.columns";
                                        case TOTAL_SHARE -> "show.all";
                                        case RESIDUAL -> "show.residual";
                                    }),
                            show == now.show(),
                            () -> {
                                if (show != now.show()) {
                                    chosen.accept(now.showing(show));
                                }
                            }),
                    "analysis.show." + show);
        }
    }

    private int table(CrossTableModel model) {
        Table table = new Table(
                card, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.HIDE_SELECTION | SWT.SINGLE | SWT.H_SCROLL | SWT.V_SCROLL);
        Look.identify(table, "analysis.counts");
        table.setData(RWT.CUSTOM_ITEM_HEIGHT, ROW_HEIGHT);
        table.setData(RWT.FIXED_COLUMNS, 1);
        table.setFont(Look.small(card));
        table.setHeaderVisible(true);
        List<CrossTableModel.Row> rows = new ArrayList<>(model.rows());
        model.totals()
                .ifPresent(total ->
                        rows.add(new CrossTableModel.Row(wording.own("total"), total.fields(), total.total())));
        int label = rows.stream().mapToInt(row -> row.label().length()).max().orElse(0) * CHAR_WIDTH;
        int width = column(table, "", SWT.LEFT, Math.min(MOST_LABEL, label + COLUMN_PADDING));
        for (int i = 0; i < model.columns().size(); i++) {
            int index = i;
            width += column(
                    table,
                    model.columns().get(i),
                    SWT.RIGHT,
                    width(
                            model.columns().get(i),
                            rows.stream().map(row -> row.fields().get(index)).toList()));
        }
        if (rows.stream().anyMatch(row -> !row.total().text().isEmpty())) {
            width += column(
                    table,
                    wording.own("total"),
                    SWT.RIGHT,
                    width(
                            wording.own("total"),
                            rows.stream().map(CrossTableModel.Row::total).toList()));
        }
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, rows.get(event.index)));
        table.setItemCount(rows.size());
        GridData place = new GridData(SWT.FILL, SWT.TOP, true, false);
        place.widthHint = width;
        place.heightHint = HEAD_HEIGHT + Math.min(MOST_ROWS, rows.size()) * ROW_HEIGHT + 2;
        table.setLayoutData(place);
        return width;
    }

    private static int width(String heading, List<Field> fields) {
        int longest =
                fields.stream().mapToInt(field -> field.text().length()).max().orElse(0);
        return Math.max(
                LEAST_COLUMN,
                COLUMN_PADDING
                        + Math.max(longest * CHAR_WIDTH, Math.min(MOST_HEADING, heading.length() * (CHAR_WIDTH + 1))));
    }

    private static int column(Table table, String heading, int alignment, int width) {
        TableColumn column = new TableColumn(table, alignment);
        column.setText(Html.visible(heading));
        column.setToolTipText(Html.visible(heading));
        column.setWidth(width);
        column.setResizable(true);
        return width;
    }

    /** Only rows that come into sight. */
    private static void fill(TableItem item, CrossTableModel.Row row) {
        Table table = item.getParent();
        item.setText(0, Html.visible(row.label()));
        for (int i = 0; i < row.fields().size(); i++) {
            Field field = row.fields().get(i);
            item.setText(i + 1, field.text());
            int rgb = Look.tone(field.tone());
            if (rgb != Look.SURFACE) {
                item.setBackground(i + 1, new Color(table.getDisplay(), rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF));
            }
        }
        if (table.getColumnCount() > row.fields().size() + 1) {
            item.setText(row.fields().size() + 1, row.total().text());
        }
    }
}
