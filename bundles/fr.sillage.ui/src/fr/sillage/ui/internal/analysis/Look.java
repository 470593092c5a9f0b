package fr.sillage.ui.internal.analysis;

import fr.sillage.ui.internal.analysis.CrossTableModel.Tone;
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
    static final int SURFACE = 0xFFFFFF;

    /** How a text is printed. */
    enum Ink {
        NORMAL,
        SECONDARY,
        SMALL,
        WARNING
    }

    private static final String TEST_ID = "testId";

    private Look() {}

    static void identify(Widget widget, String id) {
        widget.setData(TEST_ID, id);
    }

    static GridLayout grid(int columns, int margin) {
        GridLayout layout = new GridLayout(columns, false);
        layout.marginWidth = margin;
        layout.marginHeight = margin;
        layout.horizontalSpacing = 8;
        layout.verticalSpacing = 8;
        return layout;
    }

    static Composite card(Composite parent, int columns) {
        Composite card = new Composite(parent, SWT.NONE);
        card.setData(RWT.CUSTOM_VARIANT, "card");
        card.setBackground(color(card, SURFACE));
        card.setLayout(grid(columns, 14));
        return card;
    }

    /** Children side by side in the parent's width. */
    static Composite row(Composite parent, int columns) {
        Composite row = new Composite(parent, SWT.NONE);
        row.setLayout(grid(columns, 0));
        row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return row;
    }

    static Composite column(Composite parent) {
        Composite column = new Composite(parent, SWT.NONE);
        GridLayout layout = grid(1, 0);
        layout.verticalSpacing = 0;
        column.setLayout(layout);
        return column;
    }

    /** A label with its control beside it. */
    static Composite field(Composite parent, String label) {
        Composite field = row(parent, 2);
        field.setLayoutData(null);
        text(field, label, Ink.SECONDARY);
        return field;
    }

    static Label title(Composite parent, String text) {
        return label(parent, text, "title", 23);
    }

    static Label heading(Composite parent, String text) {
        return label(parent, text, "heading", 16);
    }

    static Label text(Composite parent, String text, Ink ink) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(plain(text));
        if (ink == Ink.SMALL) {
            label.setFont(font(parent, 13));
        }
        if (ink != Ink.NORMAL) {
            label.setForeground(color(label, ink == Ink.WARNING ? 0x8A5200 : 0x4A5565));
        }
        return label;
    }

    static Label icon(Composite parent, String name, String word) {
        Label label = new Label(parent, SWT.NONE);
        label.setToolTipText(word);
        return label;
    }

    static Button button(Composite parent, String text, boolean primary) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(plain(text));
        button.setData(RWT.CUSTOM_VARIANT, primary ? "primary" : "secondary");
        button.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, false, false));
        return button;
    }

    static Button toggle(Composite parent, String text, boolean on) {
        Button button = new Button(parent, SWT.TOGGLE);
        button.setText(plain(text));
        button.setSelection(on);
        return button;
    }

    static void empty(Composite parent, String title, String sentence) {
        title(parent, title);
        text(parent, sentence, Ink.SECONDARY);
    }

    /** A single & in a label would mark a key. */
    static String plain(String text) {
        return text.replace("&", "&&");
    }

    static int tone(Tone tone) {
        return switch (tone) {
            case MORE -> 0xCFE1F2;
            case MUCH_MORE -> 0x9CC3E4;
            case LESS -> 0xF6D9D2;
            case MUCH_LESS -> 0xEDB3A5;
            case PLAIN, HIDDEN -> SURFACE;
        };
    }

    private static Label label(Composite parent, String text, String variant, int size) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(plain(text));
        label.setData(RWT.CUSTOM_VARIANT, variant);
        label.setFont(font(parent, size));
        return label;
    }

    private static Font font(Composite parent, int size) {
        FontData theme = parent.getDisplay().getSystemFont().getFontData()[0];
        return new Font(parent.getDisplay(), theme.getName(), size, SWT.NORMAL);
    }

    private static Color color(Widget widget, int rgb) {
        return new Color(widget.getDisplay(), rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }
}
