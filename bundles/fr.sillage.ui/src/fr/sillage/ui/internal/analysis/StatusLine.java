package fr.sillage.ui.internal.analysis;

import java.text.NumberFormat;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;

/** How the computation stands; keeps its height, so that nothing jumps. */
final class StatusLine {
    private static final int BAR_WIDTH = 160;

    private final Wording wording;
    private final Composite line;
    private final ProgressBar bar;
    private final Label text;
    private final Button again;
    private final Button stop;

    StatusLine(Composite parent, Wording wording, Runnable compute, Runnable cancel) {
        this.wording = wording;
        line = Look.row(parent, 4);
        again = Look.button(line, wording.own("run"), false);
        Look.identify(again, "analysis.run");
        again.addListener(SWT.Selection, event -> compute.run());
        stop = Look.button(line, wording.own("cancel"), false);
        Look.identify(stop, "analysis.cancel");
        stop.addListener(SWT.Selection, event -> cancel.run());
        bar = new ProgressBar(line, SWT.HORIZONTAL);
        bar.setMaximum(100);
        GridData size = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        size.widthHint = BAR_WIDTH;
        bar.setLayoutData(size);
        text = Look.text(line, "", Look.Ink.SECONDARY);
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
        wide.widthHint = 200;
        text.setLayoutData(wide);
        quiet();
    }

    void running(double fraction) {
        bar.setSelection(fraction < 0 ? 0 : (int) Math.round(fraction * 100));
        show(true, fraction < 0 ? wording.own("running") : wording.own("running.percent",
                NumberFormat.getPercentInstance(wording.locale()).format(fraction)));
    }

    void problem(String sentence) {
        show(false, sentence);
    }

    void quiet() {
        show(false, "");
    }

    private void show(boolean running, String sentence) {
        place(again, !running);
        place(stop, running);
        place(bar, running);
        text.setText(Look.plain(sentence));
        line.layout(true, true);
    }

    private static void place(Control control, boolean shown) {
        control.setVisible(shown);
        ((GridData) control.getLayoutData()).exclude = !shown;
    }
}
