package fr.sillage.ui.internal.imports;

import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Labels;
import fr.sillage.ui.kit.TestIds;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;

/** What is being done, how far it is and, where it can be stopped, a button for that. */
final class ProgressLine {
    private static final int BAR_WIDTH = 200;
    private static final int LEAST_TEXT = 150;

    private final Wording wording;
    private final Composite line;
    private final Label text;
    private final ProgressBar bar;

    ProgressLine(Composite parent, Wording wording, Optional<Runnable> cancel) {
        this.wording = wording;
        line = Kit.box(parent, cancel.isPresent() ? 3 : 2, 0);
        line.setLayoutData(Kit.wide());
        text = Kit.label(line, "", "secondary", SWT.WRAP);
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        text.setLayoutData(wide);
        bar = new ProgressBar(line, SWT.HORIZONTAL);
        bar.setMaximum(100);
        GridData size = new GridData(SWT.RIGHT, SWT.CENTER, false, false);
        size.widthHint = BAR_WIDTH;
        bar.setLayoutData(size);
        cancel.ifPresent(action -> TestIds.set(Kit.secondary(line, wording.own("cancel"), action), "import.cancel"));
        hide();
    }

    void show(String sentence, double fraction) {
        text.setText(Labels.plain(sentence));
        move(fraction);
        place(true);
    }

    /** @param fraction 0 to 1; negative where it cannot be known */
    void move(double fraction) {
        bar.setSelection(fraction < 0 ? 0 : (int) Math.round(Math.min(1, fraction) * 100));
        bar.setToolTipText(fraction < 0 ? "" : wording.percent(fraction));
    }

    void hide() {
        place(false);
    }

    private void place(boolean shown) {
        line.setVisible(shown);
        ((GridData) line.getLayoutData()).exclude = !shown;
        line.requestLayout();
    }
}
