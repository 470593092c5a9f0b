package fr.sillage.ui.internal.analysis;

import fr.sillage.api.data.Field;
import fr.sillage.core.analysis.Selection;
import fr.sillage.ui.kit.Kit;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** Which rows count: by some values of a column, or from one to another. */
final class FilterDialog extends SelectionDialog {
    private final String slot;
    private final Consumer<Selection.Choice> chosen;
    private Combo mode;
    private Text from;
    private Text to;

    FilterDialog(
            Composite owner,
            Wording wording,
            String slot,
            List<Field> fields,
            Function<String, List<String>> categories,
            Consumer<Selection.Choice> chosen) {
        super(owner, wording, fields, categories);
        this.slot = slot;
        this.chosen = chosen;
    }

    @Override
    protected String key() {
        return "filter";
    }

    @Override
    protected void body(Composite parent, Field field) {
        Kit.label(parent, wording.own("filter.mode"), "field", SWT.NONE);
        mode = Kit.combo(parent, List.of(wording.own("filter.keep"), wording.own("filter.except")), 0);
        if (field.type().isText()) {
            list(parent, field);
            return;
        }
        String hint = isDate(field) ? wording.own("filter.date") : wording.own("filter.number");
        from = Kit.field(parent, wording.own("filter.from", hint), SWT.SINGLE);
        Look.identify(from, "filter.from");
        to = Kit.field(parent, wording.own("filter.to", hint), SWT.SINGLE);
        Look.identify(to, "filter.to");
    }

    private static boolean isDate(Field field) {
        return switch (field.type()) {
            case DATE, TIMESTAMP -> true;
            case INTEGER, DECIMAL, CATEGORY, TEXT -> false;
        };
    }

    @Override
    protected String accept(Field field) {
        boolean except = mode.getSelectionIndex() == 1;
        if (field.type().isText()) {
            List<String> values = checkedValues();
            if (values.isEmpty()) {
                return wording.own("filter.empty");
            }
            chosen.accept(new Selection.Choice(slot, field.name(), except, values, "", ""));
            return "";
        }
        if (from.getText().isBlank() && to.getText().isBlank()) {
            return wording.own("filter.open");
        }
        try {
            String least = canonical(from.getText(), field);
            String most = canonical(to.getText(), field);
            chosen.accept(new Selection.Choice(slot, field.name(), except, List.of(), least, most));
            return "";
        } catch (DateTimeException e) {
            return wording.own("filter.date.wrong");
        } catch (NumberFormatException e) {
            return wording.own("filter.number.wrong");
        }
    }

    /** The reader's way to write a number or day, ISO 8601 too. */
    private String canonical(String written, Field field) {
        String text = written.strip();
        if (text.isEmpty()) {
            return "";
        }
        if (!isDate(field)) {
            return new BigDecimal(text.replaceAll("[\\h\u202F']", "")
                            .replace(',', '.')
                            .replace('\u2212', '-'))
                    .toPlainString();
        }
        return text.matches("\\d{4}-\\d{2}-\\d{2}")
                ? LocalDate.parse(text).toString()
                : LocalDate.parse(text, DateTimeFormatter.ofPattern("d/M/yyyy")).toString();
    }
}
