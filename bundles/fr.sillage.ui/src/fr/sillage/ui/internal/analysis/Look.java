package fr.sillage.ui.internal.analysis;

import fr.sillage.figure.FigureColors;
import fr.sillage.ui.internal.analysis.CrossTableModel.Tone;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Widget;

/** The widgets of the analysis page in the house's look. */
final class Look {
    static final int SURFACE = FigureColors.SURFACE;

    /** How a text is printed. */
    enum Ink {
        NORMAL,
        SECONDARY,
        SMALL,
        WARNING
    }

    private Look() {}

    static void identify(Widget widget, String id) {
        TestIds.set(widget, id);
    }

    static GridLayout grid(int columns, int margin) {
        return Kit.grid(columns, margin, 8);
    }

    static Composite card(Composite parent, int columns) {
        Composite card = Kit.card(parent, columns);
        card.setLayout(grid(columns, 12));
        return card;
    }

    /** Children side by side in the parent's width. */
    static Composite row(Composite parent, int columns) {
        Composite row = Kit.box(parent, columns, 0);
        row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return row;
    }

    static Composite column(Composite parent) {
        Composite column = Kit.box(parent, 1, 0);
        column.setLayout(Kit.grid(1, 0, 2));
        return column;
    }

    /** A label with room for its control beside it. */
    static Composite field(Composite parent, String label) {
        Composite field = Kit.box(parent, 2, 0);
        field.setLayout(grid(2, 0));
        text(field, label, Ink.SMALL);
        return field;
    }

    static Label title(Composite parent, String text) {
        return Kit.title(parent, text);
    }

    static Label heading(Composite parent, String text) {
        return Kit.label(parent, text, "section", SWT.NONE);
    }

    static Label text(Composite parent, String text, Ink ink) {
        return inked(Kit.label(parent, text, variant(ink), SWT.WRAP), ink);
    }

    /** A paragraph with markup; every text from outside in it has gone through {@link fr.sillage.ui.kit.Html#escape}. */
    static Label markup(Composite parent, String markup, Ink ink) {
        Label label = new Label(parent, SWT.WRAP);
        label.setData(RWT.MARKUP_ENABLED, Boolean.TRUE);
        if (!variant(ink).isEmpty()) {
            label.setData(RWT.CUSTOM_VARIANT, variant(ink));
        }
        label.setText(markup);
        return inked(label, ink);
    }

    private static String variant(Ink ink) {
        return switch (ink) {
            case NORMAL, WARNING -> "";
            case SECONDARY -> "secondary";
            case SMALL -> "small";
        };
    }

    private static Label inked(Label label, Ink ink) {
        if (ink == Ink.WARNING) {
            label.setForeground(new Color(label.getDisplay(), 0x8A, 0x52, 0x00));
        }
        return label;
    }

    static Button button(Composite parent, String text, boolean primary, Runnable action) {
        return primary ? Kit.primary(parent, text, action) : Kit.secondary(parent, text, action);
    }

    /** One of several views of the same thing. */
    static Button choice(Composite parent, String text, boolean chosen, Runnable action) {
        Button button = Kit.button(parent, text, chosen ? "chipSelected" : "chip", action);
        button.setLayoutData(null);
        return button;
    }

    /** Adds something. */
    static Button link(Composite parent, String text, Runnable action) {
        Button button = Kit.button(parent, text, "linkSmall", action);
        button.setLayoutData(null);
        return button;
    }

    static Font small(Composite parent) {
        FontData theme = parent.getDisplay().getSystemFont().getFontData()[0];
        return new Font(parent.getDisplay(), theme.getName(), 13, theme.getStyle());
    }

    static int tone(Tone tone) {
        return switch (tone) {
            case MORE -> FigureColors.MORE;
            case MUCH_MORE -> FigureColors.MUCH_MORE;
            case LESS -> FigureColors.LESS;
            case MUCH_LESS -> FigureColors.MUCH_LESS;
            case PLAIN, HIDDEN -> SURFACE;
        };
    }
}
