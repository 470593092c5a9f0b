package org.example.sample.internal;

import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.chart.AnalysisView;
import fr.sillage.chart.ViewContext;
import java.util.List;
import java.util.OptionalDouble;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;

/**
 * A bar for each value. A view draws what is published and computes nothing; sentences stand above it, and the
 * platform's own table is one click away. Each drawing has a new instance, so fields may hold widgets.
 */
public final class SampleView implements AnalysisView {
    private static final int MOST_BARS = 30;
    private static final int FULL = 1_000;

    /** @param length of {@value #FULL}; 0 where the number is hidden */
    record Bar(String value, PublishedValue rows, int length) {}

    @Override
    public void draw(Composite part, Published published, ViewContext context) {
        part.setLayout(new GridLayout(3, false));
        for (Bar bar : bars(published.table("counts"))) {
            label(part, bar.value());
            ProgressBar drawn = new ProgressBar(part, SWT.HORIZONTAL);
            drawn.setMaximum(FULL);
            drawn.setSelection(bar.length());
            drawn.setToolTipText(bar.value());
            drawn.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
            label(part, context.value(bar.rows()));
        }
    }

    private static void label(Composite part, String text) {
        Label label = new Label(part, SWT.NONE);
        label.setText(text.replace("&", "&&")); // a single one would mark a key
    }

    /** Apart from the widgets, so that a plain test can look at it. */
    static List<Bar> bars(PublishedTable table) {
        int value = table.column("value");
        int rows = table.column("rows");
        double largest = table.rows().stream()
                .map(line -> number(line.get(rows)))
                .mapToDouble(number -> number.orElse(0))
                .max()
                .orElse(0);
        return table.rows().stream()
                .limit(MOST_BARS)
                .map(line -> new Bar(
                        line.get(value) instanceof PublishedValue.Label label ? label.text() : "",
                        line.get(rows),
                        largest > 0
                                ? (int) Math.round(FULL * number(line.get(rows)).orElse(0) / largest)
                                : 0))
                .toList();
    }

    /** Empty where the gate hid it. */
    private static OptionalDouble number(PublishedValue value) {
        return value instanceof PublishedValue.Number number
                ? OptionalDouble.of(number.value())
                : OptionalDouble.empty();
    }
}
