package fr.sillage.ui.internal.analysis;

import fr.sillage.api.analysis.Figure;
import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.chart.FigureView;
import fr.sillage.chart.ViewContext;
import fr.sillage.core.extension.ContributedView;
import fr.sillage.figure.FigureOrder;
import fr.sillage.ui.kit.Access;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Labels;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** A published result: sentences, then each figure beside its table. */
final class ResultView {
    /** A table that takes more of the width stands under its figure. */
    private static final double MOST_OF_WIDTH = 0.6;

    private static final int LEAST_WIDTH = 320;

    private final Composite area;
    private final Wording wording;
    private final Runnable resized;
    private View view = View.FIRST;
    private boolean ownFirst = true;
    private Consumer<View> looked = other -> {};

    /** @param resized is told when the height may have changed */
    ResultView(Composite parent, Wording wording, Runnable resized) {
        this.area = new Composite(parent, SWT.NONE);
        this.wording = wording;
        this.resized = resized;
        GridLayout layout = Look.grid(1, 0);
        layout.verticalSpacing = 10;
        area.setLayout(layout);
    }

    Composite area() {
        return area;
    }

    /** Whether the analysis's own view comes first where there is one. */
    boolean ownFirst() {
        return ownFirst;
    }

    void ownFirst(boolean first) {
        ownFirst = first;
    }

    /** How results are looked at. @param changed told when the person looks in another way */
    void look(View first, Consumer<View> changed) {
        view = first;
        looked = changed;
    }

    /**
     * Puts a result in the place of the one before.
     *
     * @param own draws it, unless the person wants figures and tables or it cannot
     */
    void show(Published published, Optional<ContributedView> own) {
        for (Control child : area.getChildren()) {
            child.dispose();
        }
        if (!published.findings().isEmpty()) {
            FindingsCard.create(area, published.findings(), wording)
                    .setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        }
        if (own.isPresent() && ownDraws(published, own.get())) {
            resized.run();
            return;
        }
        for (Figure figure : published.figures()) {
            figure(published, figure);
        }
        if (published.figures().isEmpty()) {
            for (PublishedTable table : published.tables()) {
                TableCard.create(area, table, wording).setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
            }
        }
        if (published.findings().isEmpty()
                && published.figures().isEmpty()
                && published.tables().isEmpty()) {
            Look.text(area, wording.own("no.result"), Look.Ink.SECONDARY);
        }
        resized.run();
    }

    /** Whether the view has drawn; else the host is to. */
    private boolean ownDraws(Published published, ContributedView own) {
        Composite choices = Look.row(area, 2);
        choice(choices, "view.own", ownFirst, () -> choose(true, published, own));
        choice(choices, "view.host", !ownFirst, () -> choose(false, published, own));
        if (!ownFirst || OwnDrawing.draw(area, own, published, new OwnContext())) {
            return ownFirst;
        }
        choices.dispose();
        Composite notice = Kit.notice(area, "info", wording.own("view.failed"));
        notice.setLayoutData(Kit.wide());
        Look.identify(notice.getChildren()[0], "analysis.view.failed");
        return false;
    }

    private void choice(Composite parent, String key, boolean chosen, Runnable action) {
        Look.identify(Look.choice(parent, wording.own(key), chosen, action), "analysis." + key);
    }

    private void choose(boolean first, Published published, ContributedView own) {
        ownFirst = first;
        show(published, Optional.of(own));
    }

    /** The page as the view sees it. */
    private final class OwnContext implements ViewContext {
        @Override
        public Locale locale() {
            return wording.locale();
        }

        @Override
        public String text(String key, Object... arguments) {
            return wording.contributed(key, arguments);
        }

        @Override
        public String value(PublishedValue value) {
            return TableCard.text(value, wording);
        }

        @Override
        public void resized() {
            if (!area.isDisposed()) {
                resized.run();
            }
        }
    }

    /** In which order the figure is looked at now. */
    FigureOrder order(Published published, Figure figure) {
        return view.order(published, figure, wording::term);
    }

    private void figure(Published published, Figure figure) {
        Composite pair = new Composite(area, SWT.NONE);
        pair.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout layout = Look.grid(2, 0);
        layout.horizontalSpacing = 12;
        pair.setLayout(layout);
        fill(pair, published, figure);
    }

    private void fill(Composite pair, Published published, Figure figure) {
        chart(pair, published, figure);
        Composite card = CrossTableCard.create(pair, published, figure, wording, view, other -> {
                    view = other;
                    looked.accept(other);
                    for (Control child : pair.getChildren()) {
                        child.dispose();
                    }
                    fill(pair, published, figure);
                    pair.layout(true, true);
                    resized.run();
                })
                .card();
        boolean beside =
                card.computeSize(SWT.DEFAULT, SWT.DEFAULT).x <= area.getParent().getClientArea().width * MOST_OF_WIDTH;
        ((GridLayout) pair.getLayout()).numColumns = beside ? 2 : 1;
        GridData place = new GridData(beside ? SWT.END : SWT.FILL, SWT.FILL, !beside, beside);
        if (!beside) {
            place.widthHint = LEAST_WIDTH;
        }
        card.setLayoutData(place);
    }

    private void chart(Composite pair, Published published, Figure figure) {
        Composite chart = Look.card(pair, 1);
        Look.identify(chart, "analysis.chart");
        chart.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Composite head = Look.row(chart, 3);
        Look.heading(head, wording.figure(figure.id(), published.provenance().parameters()))
                .setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Label[] numbers = new Label[1];
        CellText cells = new CellText(published, figure, wording);
        FigureView.create(
                        chart,
                        published,
                        figure,
                        order(published, figure),
                        wording::term,
                        wording.locale(),
                        (row, column) -> {
                            numbers[0].setText(Labels.plain(cells.of(row, column)));
                            chart.layout(true, true);
                            resized.run();
                        })
                .setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        numbers[0] = Look.text(chart, wording.own("bar.hint"), Look.Ink.SMALL);
        Look.identify(numbers[0], "analysis.numbers");
        Access.live(numbers[0], false);
        GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false);
        wide.widthHint = LEAST_WIDTH;
        numbers[0].setLayoutData(wide);
    }
}
