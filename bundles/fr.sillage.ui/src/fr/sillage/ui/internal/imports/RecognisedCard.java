package fr.sillage.ui.internal.imports;

import fr.sillage.api.Message;
import fr.sillage.api.Values;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.extension.SourceDescriptor;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Labels;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.LiveExtensions;
import fr.sillage.ui.page.PageContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** What was recognised of a file, in short; the reasons and the settings on demand. */
final class RecognisedCard {
    /** What a person chose instead. */
    interface Chosen {
        void propose(String source, Values settings);
    }

    private static final int LEAST_TEXT = 200;
    private static final int FIELD_WIDTH = 180;
    /** As many as stand side by side in the least window. */
    private static final int FIELDS = 5;

    private final Wording wording;
    private final PageContext page;
    private final ImportPlan plan;
    private final List<Message> why;
    private final Chosen chosen;
    private final List<Control> fields = new ArrayList<>();
    private Composite card;
    private Label sentence;
    private Composite details;
    private Composite form;
    private List<SourceDescriptor> sources = List.of();

    RecognisedCard(Wording wording, PageContext page, ImportPlan plan, List<Message> why, Chosen chosen) {
        this.wording = wording;
        this.page = page;
        this.plan = plan;
        this.why = why;
        this.chosen = chosen;
    }

    void show(Composite parent) {
        card = Kit.box(parent, 1, 12);
        card.setData(RWT.CUSTOM_VARIANT, "info");
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        card.setLayoutData(wide);
        Composite line = Kit.box(card, 2, 0);
        line.setLayoutData(Kit.wide());
        sentence = Kit.label(line, "", "", SWT.WRAP);
        GridData text = Kit.wide();
        text.widthHint = LEAST_TEXT;
        sentence.setLayoutData(text);
        TestIds.set(Kit.button(line, wording.own("recognised.change"), "link", this::toggle), "import.settings");
        details = Kit.box(card, 1, 0);
        details.setLayoutData(Kit.wide());
        if (!why.isEmpty()) {
            String reasons = why.stream().map(wording::text).collect(Collectors.joining(" "));
            Label label = Kit.label(details, reasons, "small", SWT.WRAP);
            GridData room = Kit.wide();
            room.widthHint = LEAST_TEXT;
            label.setLayoutData(room);
        }
        form();
        place(false);
        rows(OptionalLong.empty());
    }

    /** @param rows of the file, where they are counted already */
    void rows(OptionalLong rows) {
        int columns = plan.columns().size();
        sentence.setText(Labels.plain(
                rows.isEmpty()
                        ? wording.own("recognised", wording.recognised(plan), columns)
                        : wording.own("recognised.rows", wording.recognised(plan), columns, rows.getAsLong())));
    }

    /** Shows the settings: something in them is to be changed. */
    void open() {
        place(true);
    }

    void enable(boolean enabled) {
        for (Control field : fields) {
            field.setEnabled(enabled);
        }
    }

    /** Sources that came or went are offered or not, without the person's doing anything. */
    void extensionsChanged() {
        if (!LiveExtensions.of(page).sources().equals(sources)) {
            fields.clear();
            form.dispose();
            form();
            card.getParent().layout(true, true);
        }
    }

    private void form() {
        sources = LiveExtensions.of(page).sources();
        form = Kit.box(details, FIELDS, 0);
        ((GridLayout) form.getLayout()).verticalSpacing = 4;
        int current = sources.stream().map(SourceDescriptor::id).toList().indexOf(plan.source());
        choice(
                form,
                wording.own("recognised.source"),
                "import.source",
                sources.stream().map(s -> s.name(wording.locale())).toList(),
                current,
                index -> chosen.propose(sources.get(index).id(), Values.NONE));
        if (current >= 0) {
            sources.get(current).settings().forEach(setting -> setting(sources.get(current), setting));
        }
    }

    private void setting(SourceDescriptor source, ParameterDescriptor setting) {
        List<String> values = switch (setting.kind()) {
            case CHOICE -> setting.choices();
            case BOOLEAN -> List.of("true", "false");
            case TEXT, GROUPS, COLUMN -> List.of();
        };
        String value =
                plan.settings().get(setting.name()).or(setting::defaultValue).orElse("");
        if (setting.kind() == ParameterDescriptor.Kind.TEXT) {
            text(
                    form,
                    wording.text(source.id(), "parameter." + setting.name()),
                    "import.setting." + setting.name(),
                    value,
                    entered -> chosen.propose(source.id(), plan.settings().with(setting.name(), entered)));
        }
        if (values.isEmpty()) {
            return;
        }
        choice(
                form,
                wording.text(source.id(), "parameter." + setting.name()),
                "import.setting." + setting.name(),
                values.stream().map(v -> name(source, setting, v)).toList(),
                values.indexOf(value),
                index -> chosen.propose(source.id(), plan.settings().with(setting.name(), values.get(index))));
    }

    private String name(SourceDescriptor source, ParameterDescriptor setting, String value) {
        return setting.kind() == ParameterDescriptor.Kind.BOOLEAN
                ? wording.own(value.equals("true") ? "yes" : "no")
                : wording.text(source.id(), "parameter." + setting.name() + "." + value);
    }

    /** Taken over by Enter, or when the person goes on. */
    private void text(Composite form, String label, String testId, String value, Consumer<String> action) {
        Composite cell = cell(form, label);
        Text text = new Text(cell, SWT.BORDER | SWT.SINGLE);
        text.setText(value);
        text.setToolTipText(label);
        GridData place = width();
        place.heightHint = Kit.CONTROL_HEIGHT - 14;
        text.setLayoutData(place);
        TestIds.set(text, testId);
        Runnable taken = () -> {
            if (!text.getText().strip().equals(value)) {
                action.accept(text.getText().strip());
            }
        };
        text.addListener(SWT.DefaultSelection, event -> taken.run());
        text.addListener(SWT.FocusOut, event -> taken.run());
        fields.add(text);
    }

    private static Composite cell(Composite form, String label) {
        Composite cell = Kit.box(form, 1, 0);
        ((GridLayout) cell.getLayout()).verticalSpacing = 4;
        cell.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, false, false));
        Kit.label(cell, label, "field", SWT.WRAP).setLayoutData(width());
        return cell;
    }

    private void choice(
            Composite form, String label, String testId, List<String> names, int selected, IntConsumer action) {
        Composite cell = cell(form, label);
        Combo combo = Kit.combo(cell, names, selected);
        GridData place = width();
        place.heightHint = Kit.CONTROL_HEIGHT;
        combo.setLayoutData(place);
        combo.setToolTipText(label);
        TestIds.set(combo, testId);
        combo.addListener(SWT.Selection, event -> {
            if (combo.getSelectionIndex() >= 0 && combo.getSelectionIndex() != selected) {
                action.accept(combo.getSelectionIndex());
            }
        });
        fields.add(combo);
    }

    private static GridData width() {
        GridData width = Kit.wide();
        width.widthHint = FIELD_WIDTH - 20;
        return width;
    }

    private void toggle() {
        place(!details.getVisible());
    }

    private void place(boolean shown) {
        details.setVisible(shown);
        ((GridData) details.getLayoutData()).exclude = !shown;
        card.getParent().layout(true, true);
    }
}
