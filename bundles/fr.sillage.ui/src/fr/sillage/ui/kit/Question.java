package fr.sillage.ui.kit;

import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;

/** Asks before something is lost. The person must choose; Escape renounces. */
public final class Question {
    private static final int WIDTH = 420;

    private Question() {}

    /**
     * Returns at once; the action runs when the person agrees.
     *
     * @param owner the widget that leads to the question; gets the focus back
     * @param title what is about to happen, as a question
     * @param sentence what is lost and whether it can be undone
     * @param agree the action's own word, never "OK"
     * @param renounce leaves everything as it is
     */
    public static void ask(
            Control owner, String title, String sentence, String agree, String renounce, Runnable action) {
        Shell dialog = new Shell(owner.getShell(), SWT.APPLICATION_MODAL | SWT.NO_TRIM);
        dialog.setData(RWT.CUSTOM_VARIANT, "dialog");
        dialog.setText(title);
        Access.name(dialog, title);
        dialog.setLayout(Kit.grid(1, 24, 12));
        Kit.label(dialog, title, "section", SWT.WRAP).setLayoutData(width());
        Kit.label(dialog, sentence, "", SWT.WRAP).setLayoutData(width());
        Composite foot = Kit.box(dialog, 2, 0);
        foot.setLayoutData(new GridData(SWT.END, SWT.CENTER, true, false));
        Button no = Kit.secondary(foot, renounce, dialog::close);
        Button yes = Kit.button(foot, agree, "danger", () -> {
            dialog.close();
            action.run();
        });
        TestIds.set(yes, "question.agree");
        TestIds.set(no, "question.renounce");
        // when the page goes on, the owner goes, and the dialog with it
        Listener leave = event -> dialog.dispose();
        owner.addListener(SWT.Dispose, leave);
        dialog.addListener(SWT.Dispose, event -> {
            if (!owner.isDisposed()) {
                owner.removeListener(SWT.Dispose, leave);
                owner.setFocus();
            }
        });
        dialog.pack();
        var screen = dialog.getDisplay().getBounds();
        var size = dialog.getSize();
        dialog.setLocation((screen.width - size.x) / 2, (screen.height - size.y) / 3);
        dialog.open();
        no.setFocus();
    }

    private static GridData width() {
        GridData data = Kit.wide();
        data.widthHint = WIDTH;
        return data;
    }
}
