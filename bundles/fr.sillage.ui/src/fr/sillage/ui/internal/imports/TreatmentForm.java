package fr.sillage.ui.internal.imports;

import fr.sillage.core.extension.AnonymizerDescriptor;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.imports.Treatment;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** What can be set of a column's treatment, made of what its anonymizer declares. */
final class TreatmentForm {
    private static final int LEAST_TEXT = 80;

    private final Wording wording;
    private final AnonymizerDescriptor anonymizer;
    private Treatment current;

    TreatmentForm(Wording wording, AnonymizerDescriptor anonymizer, Treatment treatment) {
        this.wording = wording;
        this.anonymizer = anonymizer;
        current = treatment;
    }

    /**
     * @param changed told of each change, with all values
     * @param groups opens the editor of groups
     */
    void show(Composite parent, Consumer<Treatment> changed, Runnable groups) {
        for (ParameterDescriptor parameter : anonymizer.parameters()) {
            String label = wording.text(anonymizer.id(), "parameter." + parameter.name());
            switch (parameter.kind()) {
                case TEXT -> {
                    label(parent, label);
                    text(parent, parameter, label, changed);
                }
                case CHOICE -> {
                    label(parent, label);
                    choice(
                            parent,
                            parameter,
                            label,
                            parameter.choices(),
                            parameter.choices().stream()
                                    .map(v -> wording.text(anonymizer.id(), "parameter." + parameter.name() + "." + v))
                                    .toList(),
                            changed);
                }
                case BOOLEAN -> {
                    label(parent, label);
                    choice(
                            parent,
                            parameter,
                            label,
                            List.of("true", "false"),
                            List.of(wording.own("yes"), wording.own("no")),
                            changed);
                }
                case GROUPS -> TestIds.set(Kit.secondary(parent, wording.own("groups.open"), groups), "groups.open");
                case COLUMN -> {
                    // of analyses only
                }
            }
        }
    }

    private static void label(Composite parent, String text) {
        Kit.label(parent, text, "field", SWT.WRAP).setLayoutData(wide());
    }

    private static GridData wide() {
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        return wide;
    }

    private String value(ParameterDescriptor parameter) {
        return current.parameters().get(parameter.name()).orElse("");
    }

    private void text(Composite parent, ParameterDescriptor parameter, String label, Consumer<Treatment> changed) {
        Text text = new Text(parent, SWT.BORDER);
        text.setLayoutData(wide());
        text.setText(value(parameter));
        text.setToolTipText(label);
        TestIds.set(text, "import.parameter." + parameter.name());
        text.addListener(SWT.Modify, event -> set(parameter, text.getText(), changed));
    }

    private void choice(
            Composite parent,
            ParameterDescriptor parameter,
            String label,
            List<String> values,
            List<String> names,
            Consumer<Treatment> changed) {
        Combo combo = Kit.combo(parent, names, values.indexOf(value(parameter)));
        GridData place = wide();
        place.heightHint = Kit.CONTROL_HEIGHT;
        combo.setLayoutData(place);
        combo.setToolTipText(label);
        TestIds.set(combo, "import.parameter." + parameter.name());
        combo.addListener(SWT.Selection, event -> {
            if (combo.getSelectionIndex() >= 0) {
                set(parameter, values.get(combo.getSelectionIndex()), changed);
            }
        });
    }

    private void set(ParameterDescriptor parameter, String value, Consumer<Treatment> changed) {
        current = new Treatment(current.anonymizer(), current.parameters().with(parameter.name(), value));
        changed.accept(current);
    }
}
