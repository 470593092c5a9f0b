package fr.sillage.ui.internal.saved;

import fr.sillage.core.silo.SavedAnalysis;
import fr.sillage.ui.kit.Access;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Labels;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.kit.TypedName;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks how an analysis is called and what it is about. Stays open until that was accepted. */
public final class SaveDialog {
    private static final int WIDTH = 440;
    private static final int DESCRIPTION_HEIGHT = 70;

    private final Control owner;
    private final Locale locale;
    private final Messages messages;
    private final Shell dialog;
    private Text name;
    private Text description;
    private Label problem;
    private Button accept;

    /** What is done with the answer. */
    public interface Answer {
        /** @param refused to be told why it was not accepted; else the page goes on without the dialog */
        void given(String name, String description, Consumer<String> refused);
    }

    private SaveDialog(Control owner, Locale locale) {
        this.owner = owner;
        this.locale = locale;
        this.messages = Messages.of(SaveDialog.class, locale);
        this.dialog = new Shell(owner.getShell(), SWT.APPLICATION_MODAL | SWT.NO_TRIM);
    }

    /** Why a name was not accepted that another saved analysis has. */
    public static String taken(Locale locale) {
        return Messages.of(SaveDialog.class, locale).get("name.taken");
    }

    /** Returns at once. @param owner gets the focus back */
    public static void ask(Control owner, Locale locale, String name, String description, Answer answer) {
        ask(owner, locale, "save", name, description, answer);
    }

    /** The same for one that is there. @param kind rename or duplicate */
    static void ask(Control owner, Locale locale, String kind, String name, String description, Answer answer) {
        new SaveDialog(owner, locale).create(kind, name, description, answer);
    }

    private void create(String kind, String first, String described, Answer answer) {
        String title = messages.get(kind + ".title");
        dialog.setData(RWT.CUSTOM_VARIANT, "dialog");
        dialog.setText(title);
        Access.name(dialog, title);
        dialog.setLayout(Kit.grid(1, 24, 10));
        Kit.label(dialog, title, "section", SWT.NONE);
        name = Kit.field(dialog, messages.get("name"), SWT.SINGLE);
        name.setTextLimit(SavedAnalysis.MOST_NAME);
        name.setText(first);
        ((GridData) name.getLayoutData()).widthHint = WIDTH;
        TestIds.set(name, "saved.name");
        if (!kind.equals("duplicate")) {
            description = Kit.field(dialog, messages.get("description"), SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
            description.setTextLimit(SavedAnalysis.MOST_DESCRIPTION);
            description.setText(described);
            ((GridData) description.getLayoutData()).heightHint = DESCRIPTION_HEIGHT;
            ((GridData) description.getLayoutData()).widthHint = WIDTH;
            TestIds.set(description, "saved.description");
        }
        if (kind.equals("save")) {
            Label who = Kit.label(dialog, messages.get("save.who"), "small", SWT.WRAP);
            who.setLayoutData(Kit.wide());
            ((GridData) who.getLayoutData()).widthHint = WIDTH;
        }
        problem = Kit.label(dialog, "", "error", SWT.WRAP);
        problem.setLayoutData(Kit.wide());
        ((GridData) problem.getLayoutData()).widthHint = WIDTH;
        Composite foot = Kit.box(dialog, 2, 0);
        foot.setLayoutData(new GridData(SWT.END, SWT.CENTER, true, false));
        TestIds.set(Kit.secondary(foot, messages.get("renounce"), dialog::close), "saved.renounce");
        accept = Kit.primary(foot, messages.get(kind + ".accept"), () -> accept(answer));
        TestIds.set(accept, "saved.accept");
        dialog.setDefaultButton(accept);
        // when the page goes on, the owner goes, and the dialog with it
        Listener leave = event -> dialog.dispose();
        owner.addListener(SWT.Dispose, leave);
        dialog.addListener(SWT.Close, event -> {
            owner.removeListener(SWT.Dispose, leave);
            owner.setFocus();
        });
        pack();
        dialog.open();
        name.setFocus();
        name.selectAll();
    }

    private void accept(Answer answer) {
        TypedName typed = TypedName.of(name.getText(), locale);
        if (typed.fit().isPresent()) {
            accept.setEnabled(false);
            answer.given(
                    typed.fit().get(),
                    description == null ? "" : description.getText().strip(),
                    this::refuse);
        } else {
            refuse(typed.problem());
            name.setFocus();
        }
    }

    private void refuse(String sentence) {
        if (!dialog.isDisposed()) {
            accept.setEnabled(true);
            problem.setText(Labels.plain(sentence));
            pack();
        }
    }

    private void pack() {
        dialog.pack();
        var screen = dialog.getDisplay().getBounds();
        var size = dialog.getSize();
        dialog.setLocation((screen.width - size.x) / 2, Math.max(20, (screen.height - size.y) / 3));
    }
}
