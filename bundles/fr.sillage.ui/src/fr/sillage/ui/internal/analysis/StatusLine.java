package fr.sillage.ui.internal.analysis;

import fr.sillage.ui.kit.Labels;
import java.text.NumberFormat;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;

/** How the computation stands: a button to compute again or to stop, and a sentence when something went wrong. */
final class StatusLine {
    private static final int BAR_WIDTH = 90;
    private static final int LEAST_TEXT = 200;

    private final Wording wording;
    private final Composite line;
    private final ProgressBar bar;
    private final Label text;
    private final Button again;
    private final Button stop;

    /**
     * @param beside where button and progress go, the last of its row
     * @param below where a sentence goes when there is one
     */
    StatusLine(Composite beside, Composite below, Wording wording, Runnable compute, Runnable cancel) {
        this.wording = wording;
        line = Look.row(beside, 3);
        line.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
        again = Look.button(line, wording.own("run"), false, compute);
        Look.identify(again, "analysis.run");
        stop = Look.button(line, wording.own("cancel"), false, cancel);
        Look.identify(stop, "analysis.cancel");
        bar = new ProgressBar(line, SWT.HORIZONTAL);
        bar.setMaximum(100);
        GridData size = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        size.widthHint = BAR_WIDTH;
        bar.setLayoutData(size);
        text = Look.text(below, "", Look.Ink.WARNING);
        Look.identify(text, "analysis.problem");
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
        wide.widthHint = LEAST_TEXT;
        text.setLayoutData(wide);
        quiet();
    }

    void running(double fraction) {
        bar.setSelection(fraction < 0 ? 0 : (int) Math.round(fraction * 100));
        bar.setToolTipText(
                fraction < 0
                        ? wording.own("running")
                        : wording.own(
                                "running.percent",
                                NumberFormat.getPercentInstance(wording.locale())
                                        .format(fraction)));
        show(true, "");
    }

    /** @param sentence says what happened and what to do */
    void problem(String sentence) {
        show(false, sentence);
    }

    /** Nothing can be computed before something else is chosen. */
    void missing(String sentence) {
        show(false, sentence);
        place(again, false);
        line.layout(true, true);
    }

    void quiet() {
        show(false, "");
    }

    /** Neither runs nor can run. */
    void off() {
        show(false, "");
        again.setEnabled(false);
    }

    private void show(boolean running, String sentence) {
        // every choice computes by itself: only what went wrong is to be done again
        place(again, !running && !sentence.isEmpty());
        place(stop, running);
        place(bar, running);
        line.layout(true, true);
        boolean changed = text.getText().isEmpty() != sentence.isEmpty();
        text.setText(Labels.plain(sentence));
        place(text, !sentence.isEmpty());
        if (changed) {
            text.getParent().layout(true, true);
        }
    }

    private static void place(Control control, boolean shown) {
        control.setVisible(shown);
        ((GridData) control.getLayoutData()).exclude = !shown;
    }
}
