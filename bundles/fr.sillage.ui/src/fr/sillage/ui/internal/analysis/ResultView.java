package fr.sillage.ui.internal.analysis;

import fr.sillage.api.analysis.Figure;
import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.chart.FigureView;
import fr.sillage.ui.internal.analysis.CrossTableModel.Show;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** A published result: sentences, then each figure beside its table. */
final class ResultView {
    /** A table that takes more of the width stands under its figure. */
    private static final double MOST_OF_WIDTH = 0.6;

    private static final int LEAST_WIDTH = 320;

    private final Composite area;
    private final Wording wording;
    private final Runnable resized;

    /** @param resized is told when the height may have changed */
    ResultView(Composite parent, Wording wording, Runnable resized) {
        this.area = new Composite(parent, SWT.NONE);
        this.wording = wording;
        this.resized = resized;
        GridLayout layout = Look.grid(1, 0);
        layout.verticalSpacing = 12;
        area.setLayout(layout);
    }

    Composite area() {
        return area;
    }

    /** Puts a result in the place of the one before. */
    void show(Published published) {
        for (Control child : area.getChildren()) {
            child.dispose();
        }
        if (!published.findings().isEmpty()) {
            FindingsCard.create(area, published.findings(), wording)
                    .setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
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

    private void figure(Published published, Figure figure) {
        Composite pair = new Composite(area, SWT.NONE);
        pair.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout layout = Look.grid(2, 0);
        layout.horizontalSpacing = 12;
        pair.setLayout(layout);
        Composite chart = Look.card(pair, 1);
        Look.identify(chart, "analysis.chart");
        chart.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Look.heading(chart, wording.figure(figure.id(), published.provenance().parameters()));
        FigureView.create(chart, published, figure, wording::term, wording.locale())
                .setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        table(pair, published, figure, Show.COUNT);
    }

    private void table(Composite pair, Published published, Figure figure, Show show) {
        CrossTableCard[] card = new CrossTableCard[1];
        card[0] = CrossTableCard.create(pair, published, figure, wording, show, other -> {
            card[0].card().dispose();
            table(pair, published, figure, other);
            pair.layout(true, true);
            resized.run();
        });
        boolean beside = card[0].card().computeSize(SWT.DEFAULT, SWT.DEFAULT).x
                <= area.getParent().getClientArea().width * MOST_OF_WIDTH;
        ((GridLayout) pair.getLayout()).numColumns = beside ? 2 : 1;
        GridData place = new GridData(beside ? SWT.END : SWT.FILL, SWT.FILL, !beside, beside);
        if (!beside) {
            place.widthHint = LEAST_WIDTH;
        }
        card[0].card().setLayoutData(place);
    }
}
