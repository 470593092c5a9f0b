package fr.sillage.ui.internal.imports;

import fr.sillage.ui.kit.Kit;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** What the pages of imports have in common: their heads and notices, with long names wrapped. */
final class StepLayout {
    private static final int LEAST_TEXT = 200;

    private StepLayout() {}

    static void head(Composite parent, String title, Steps step, Wording wording) {
        Composite head = titled(parent, title);
        step.show(head, wording);
    }

    static void head(Composite parent, String title, Runnable back, String backLabel) {
        Kit.secondary(titled(parent, title), backLabel, back);
    }

    /** With room for something beside the title. */
    private static Composite titled(Composite parent, String title) {
        Composite head = Kit.box(parent, 2, 0);
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        Kit.title(head, title).setLayoutData(wide);
        return head;
    }

    /** @param kind info, warning or danger */
    static Composite notice(Composite parent, String kind, String sentence) {
        Composite notice = Kit.notice(parent, kind, sentence);
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        notice.setLayoutData(wide);
        return notice;
    }

    /** A sentence that may hold a long name. */
    static void wrapped(Composite parent, String sentence, String variant) {
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        Kit.label(parent, sentence, variant, SWT.WRAP).setLayoutData(wide);
    }

    static void place(Control control, boolean shown) {
        control.setVisible(shown);
        ((GridData) control.getLayoutData()).exclude = !shown;
        control.getParent().layout(true, true);
    }
}
