package fr.sillage.ui.internal.analysis;

import fr.sillage.api.Values;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.extension.ParameterDescriptor.Kind;
import fr.sillage.figure.ShortLabel;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** The choices that an analysis declares, side by side; each change is told at once. */
final class ParameterForm {
    /** Characters: two columns, what to count, filters and the state of the work stand in one line. */
    private static final int LONGEST_COLUMN = 20;

    private final Composite area;
    private final Wording wording;
    private final ColumnChoice columns;
    private final Runnable changed;
    private final Map<String, Supplier<Optional<String>>> entries = new LinkedHashMap<>();

    ParameterForm(
            Composite parent,
            List<ParameterDescriptor> parameters,
            ColumnChoice columns,
            Wording wording,
            Runnable changed) {
        this.area = new Composite(parent, SWT.NONE);
        this.wording = wording;
        this.columns = columns;
        this.changed = changed;
        RowLayout row = new RowLayout(SWT.HORIZONTAL);
        row.center = true;
        row.marginLeft = 0;
        row.marginTop = 0;
        row.marginBottom = 0;
        row.spacing = 8;
        area.setLayout(row);
        create(parameters);
    }

    Composite area() {
        return area;
    }

    /** What is chosen now; parameters left empty are left out. */
    Values values() {
        Values values = Values.NONE;
        for (var entry : entries.entrySet()) {
            Optional<String> value = entry.getValue().get();
            if (value.isPresent()) {
                values = values.with(entry.getKey(), value.get());
            }
        }
        return values;
    }

    private void create(List<ParameterDescriptor> parameters) {
        List<Optional<String>> initial = new ArrayList<>(columns.initial(
                parameters.stream().filter(p -> p.kind() == Kind.COLUMN).toList()));
        for (ParameterDescriptor parameter : parameters) {
            entries.put(
                    parameter.name(),
                    switch (parameter.kind()) {
                        case COLUMN -> {
                            List<String> names = columns.names(parameter);
                            yield combo(
                                    parameter,
                                    names,
                                    names.stream()
                                            .map(name -> ShortLabel.of(name, LONGEST_COLUMN))
                                            .toList(),
                                    initial.removeFirst());
                        }
                        case CHOICE ->
                            combo(
                                    parameter,
                                    parameter.choices(),
                                    parameter.choices().stream()
                                            .map(value -> wording.choice(parameter, value))
                                            .toList(),
                                    parameter.defaultValue());
                        case BOOLEAN -> check(parameter);
                        case TEXT, GROUPS -> text(parameter);
                    });
        }
    }

    private Supplier<Optional<String>> combo(
            ParameterDescriptor parameter, List<String> values, List<String> shown, Optional<String> initial) {
        Composite field = Look.field(area, wording.parameter(parameter));
        Combo combo =
                Kit.combo(field, shown, Math.max(0, initial.map(values::indexOf).orElse(0)));
        combo.setVisibleItemCount(Math.min(20, Math.max(1, shown.size())));
        Look.identify(combo, "analysis." + parameter.name());
        combo.addListener(SWT.Selection, event -> changed.run());
        return () ->
                combo.getSelectionIndex() < 0 ? Optional.empty() : Optional.of(values.get(combo.getSelectionIndex()));
    }

    private Supplier<Optional<String>> check(ParameterDescriptor parameter) {
        Button check = new Button(area, SWT.CHECK);
        check.setText(Labels.plain(wording.parameter(parameter)));
        check.setSelection(parameter.defaultValue().filter("true"::equals).isPresent());
        Look.identify(check, "analysis." + parameter.name());
        check.addListener(SWT.Selection, event -> changed.run());
        return () -> Optional.of(String.valueOf(check.getSelection()));
    }

    private Supplier<Optional<String>> text(ParameterDescriptor parameter) {
        Composite field = Look.field(area, wording.parameter(parameter));
        Text text = new Text(field, SWT.BORDER | SWT.SINGLE);
        text.setText(parameter.defaultValue().orElse(""));
        Look.identify(text, "analysis." + parameter.name());
        text.addListener(SWT.DefaultSelection, event -> changed.run());
        return () -> Optional.of(text.getText().strip()).filter(value -> !value.isEmpty());
    }
}
