package fr.sillage.ui.kit;

import fr.sillage.figure.ShortLabel;
import java.util.function.IntConsumer;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** Widgets in the house's look. */
public final class Kit {
    public static final int PAGE_MARGIN = 24;
    public static final int GAP = 12;
    public static final int CONTROL_HEIGHT = 36;

    /** Hints leave out the border. */
    private static final int CONTROL_HINT = CONTROL_HEIGHT - 2;

    private static final int TEXT_HINT = CONTROL_HEIGHT - 14;
    private static final int ROW_HEIGHT = 36;
    /** Characters; a longer name would push what stands beside it off the page. */
    private static final int LONGEST_CHOICE = 48;

    private Kit() {}

    public static GridLayout grid(int columns, int margin, int gap) {
        GridLayout layout = new GridLayout(columns, false);
        layout.marginWidth = margin;
        layout.marginHeight = margin;
        layout.horizontalSpacing = gap;
        layout.verticalSpacing = gap;
        return layout;
    }

    public static Composite box(Composite parent, int columns, int margin) {
        Composite box = new Composite(parent, SWT.NONE);
        box.setLayout(grid(columns, margin, GAP));
        return box;
    }

    /** A white box with a border. */
    public static Composite card(Composite parent, int columns) {
        Composite card = box(parent, columns, 16);
        card.setData(RWT.CUSTOM_VARIANT, "card");
        return card;
    }

    /** A coloured box with a sentence. @param kind info, warning or danger */
    public static Composite notice(Composite parent, String kind, String text) {
        Composite notice = box(parent, 1, 12);
        notice.setData(RWT.CUSTOM_VARIANT, kind);
        Label label = label(notice, text, "", SWT.WRAP);
        label.setLayoutData(wide());
        Access.live(label, kind.equals("danger"));
        return notice;
    }

    public static Label text(Composite parent, String text) {
        return label(parent, text, "", SWT.WRAP);
    }

    /** @param variant of the theme: title, section, field, small, secondary, error */
    public static Label label(Composite parent, String text, String variant, int style) {
        Label label = new Label(parent, style);
        label.setText(Labels.plain(text));
        if (!variant.isEmpty()) {
            label.setData(RWT.CUSTOM_VARIANT, variant);
        }
        switch (variant) {
            case "title" -> Access.heading(label, 1);
            case "section" -> Access.heading(label, 2);
            case "error" -> Access.live(label, true);
            default -> {
                // read as it comes
            }
        }
        return label;
    }

    public static Label title(Composite parent, String text) {
        return label(parent, text, "title", SWT.NONE);
    }

    public static Button button(Composite parent, String text, String variant, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(Labels.plain(text));
        button.setData(RWT.CUSTOM_VARIANT, variant);
        button.addListener(SWT.Selection, event -> action.run());
        GridData data = new GridData();
        data.heightHint = CONTROL_HINT;
        button.setLayoutData(data);
        return button;
    }

    /** @param icon of {@link Icons} */
    public static Button iconButton(Composite parent, String icon, String text, String variant, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setData(RWT.MARKUP_ENABLED, Boolean.TRUE);
        button.setData(RWT.CUSTOM_VARIANT, variant);
        button.setText(Icons.before(icon, variant.equals("primary") ? "#FFFFFF" : Icons.INK, text));
        button.addListener(SWT.Selection, event -> action.run());
        GridData data = new GridData();
        data.heightHint = CONTROL_HINT;
        button.setLayoutData(data);
        return button;
    }

    public static Button primary(Composite parent, String text, Runnable action) {
        return button(parent, text, "primary", action);
    }

    public static Button secondary(Composite parent, String text, Runnable action) {
        return button(parent, text, "secondary", action);
    }

    /** A text field under its label. */
    public static Text field(Composite parent, String label, int style) {
        label(parent, label, "field", SWT.NONE);
        Text text = new Text(parent, SWT.BORDER | style);
        GridData data = wide();
        if ((style & SWT.MULTI) == 0) {
            data.heightHint = TEXT_HINT;
        }
        text.setLayoutData(data);
        return text;
    }

    public static Combo combo(Composite parent, java.util.List<String> choices, int selected) {
        Combo combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        choices(combo, choices);
        if (selected >= 0) {
            combo.select(selected);
        }
        GridData data = new GridData();
        data.heightHint = CONTROL_HINT;
        combo.setLayoutData(data);
        return combo;
    }

    /** Gives a list other choices; none of them is selected then. */
    public static void choices(Combo combo, java.util.List<String> choices) {
        combo.setItems(choices.stream()
                .map(choice -> ShortLabel.of(choice, LONGEST_CHOICE))
                .toArray(String[]::new));
    }

    /** A table with lines and a header; texts are plain, never markup. */
    public static Table table(Composite parent, java.util.List<String> columns, int... widths) {
        Table table = new Table(parent, SWT.FULL_SELECTION | SWT.SINGLE | SWT.BORDER);
        table.setHeaderVisible(true);
        table.setData(RWT.CUSTOM_ITEM_HEIGHT, ROW_HEIGHT);
        for (int i = 0; i < columns.size(); i++) {
            TableColumn column = new TableColumn(table, SWT.NONE);
            column.setText(columns.get(i));
            column.setWidth(widths[i]);
        }
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        return table;
    }

    /** Numbers stand right-aligned, under headings that do too. */
    public static void alignRight(Table table, int... columns) {
        for (int column : columns) {
            table.getColumn(column).setAlignment(SWT.RIGHT);
        }
    }

    /** Lets one column take the width that the others leave, and no less than it has now. */
    public static void stretch(Table table, int column) {
        int least = table.getColumn(column).getWidth();
        table.addListener(SWT.Resize, event -> {
            int others = 0;
            for (int i = 0; i < table.getColumnCount(); i++) {
                others += i == column ? 0 : table.getColumn(i).getWidth();
            }
            table.getColumn(column).setWidth(Math.max(least, table.getClientArea().width - others));
        });
    }

    /** A row opens by a click or by Enter; the arrow keys only move on. @param action told the row's index */
    public static void opens(Table table, IntConsumer action) {
        table.addListener(SWT.DefaultSelection, event -> action.accept(table.indexOf((TableItem) event.item)));
        table.addListener(SWT.MouseUp, event -> {
            TableItem item = table.getItem(new Point(event.x, event.y));
            if (item != null && event.button == 1) {
                action.accept(table.indexOf(item));
            }
        });
    }

    /** Makes a table as high as its rows need, or as there is room. */
    public static void fitRows(Table table) {
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, true);
        data.heightHint = table.getHeaderHeight() + table.getItemCount() * ROW_HEIGHT + 2;
        table.setLayoutData(data);
    }

    /** A word on its colour. @param kind ok, warning, danger or neutral */
    public static Label tag(Composite parent, String text, String kind) {
        Label label = new Label(parent, SWT.NONE);
        label.setData(RWT.MARKUP_ENABLED, Boolean.TRUE);
        label.setText(Html.tag(text, kind));
        return label;
    }

    /** Markup; every text from outside in it has gone through {@link Html#escape}. */
    public static Label markup(Composite parent, String markup) {
        Label label = new Label(parent, SWT.NONE);
        label.setData(RWT.MARKUP_ENABLED, Boolean.TRUE);
        label.setText(markup);
        return label;
    }

    /** What a page says that has nothing to show: what to do next. */
    public static Composite empty(Composite parent, String title, String sentence) {
        Composite card = card(parent, 1);
        card.setLayoutData(wide());
        label(card, title, "section", SWT.NONE);
        Label text = label(card, sentence, "secondary", SWT.WRAP);
        text.setLayoutData(wide());
        return card;
    }

    public static GridData wide() {
        return new GridData(SWT.FILL, SWT.CENTER, true, false);
    }
}
