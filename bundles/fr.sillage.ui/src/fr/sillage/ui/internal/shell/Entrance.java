package fr.sillage.ui.internal.shell;

import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Labels;
import fr.sillage.ui.kit.TestIds;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What people see before they are in: the brand, one card, and a line below it with the other language. */
final class Entrance {
    private static final int WIDTH = 380;

    private final Composite middle;
    private final Composite card;

    Entrance(Composite parent) {
        Composite page = Kit.box(parent, 1, 0);
        middle = Kit.box(page, 1, 0);
        GridData place = new GridData(SWT.CENTER, SWT.CENTER, true, true);
        place.widthHint = WIDTH;
        middle.setLayoutData(place);
        Brand.create(middle);
        card = Kit.card(middle, 1);
        card.setLayout(Kit.grid(1, 26, 10));
        card.setLayoutData(Kit.wide());
    }

    Composite card() {
        return card;
    }

    /** A sentence that takes no room until there is one. */
    Label error() {
        Label error = Kit.label(card, "", "error", SWT.WRAP);
        GridData place = Kit.wide();
        place.exclude = true;
        error.setLayoutData(place);
        return error;
    }

    void refuse(Label error, String sentence) {
        error.setText(Labels.plain(sentence));
        ((GridData) error.getLayoutData()).exclude = false;
        middle.getParent().layout(true, true);
    }

    /** The card's one button, pressed by Enter too. */
    Button button(String label, Runnable action) {
        Button button = Kit.primary(card, label, action);
        GridData wide = Kit.wide();
        wide.heightHint = Kit.CONTROL_HEIGHT;
        wide.verticalIndent = 6;
        button.setLayoutData(wide);
        card.getShell().setDefaultButton(button);
        return button;
    }

    void foot(BrowserSession session, String note, String language) {
        Composite foot = Kit.box(middle, 2, 0);
        foot.setLayoutData(Kit.wide());
        Kit.label(foot, note, "small", SWT.WRAP).setLayoutData(Kit.wide());
        Locale other = session.locale().equals(Locale.ENGLISH) ? Locale.FRENCH : Locale.ENGLISH;
        TestIds.set(Kit.button(foot, language, "linkSmall", () -> session.setLocale(other)), "language");
    }
}
