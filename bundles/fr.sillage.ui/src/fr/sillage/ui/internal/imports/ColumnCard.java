package fr.sillage.ui.internal.imports;

import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.data.ValueFormat;
import fr.sillage.core.extension.AnonymizerDescriptor;
import fr.sillage.core.extension.AnonymizerDescriptor.ProposedFor;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.Treatment;
import fr.sillage.ui.internal.data.FieldWords;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Labels;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** The selected column: its role, protection and treatment, and what the file holds there. */
final class ColumnCard {
    private static final int LEAST_TEXT = 80;

    private final Composite card;
    private final Wording wording;
    private final PageContext page;
    private final PlanModel model;
    private final PlanDraft draft;
    private final Changes changes;
    private Label refusal;
    private boolean free = true;

    /** Who wants to know what a person changed. */
    interface Changes {
        /** The column's role, protection or treatment. */
        void column(int index);

        /** A text that is still being typed: the name or a parameter of the treatment. */
        void typed(int index);

        /** The values are to be gathered into groups. */
        void groups(int index);

        /** How the column's texts are read. */
        void format(int index);
    }

    ColumnCard(Composite card, Wording wording, PageContext page, PlanModel model, Changes changes) {
        this.card = card;
        this.wording = wording;
        this.page = page;
        this.model = model;
        this.draft = model.draft();
        this.changes = changes;
    }

    void show(int index) {
        for (Control child : card.getChildren()) {
            child.dispose();
        }
        ColumnPlan column = draft.column(index);
        line(card, column.column(), "section");
        refusal = line(card, "", "error");
        refused(index);
        ColumnValues values = new ColumnValues(card, wording);
        model.profile(index).ifPresent(values::summary);
        privacy(index, column);
        treatment(index, column);
        role(index, column);
        type(index, column);
        format(index, column);
        name(index, column);
        model.profile(index)
                .ifPresent(seen -> values.frequent(seen, column.field().privacy()));
        enable(free);
        card.getParent().layout(true, true);
        card.layout(true, true);
    }

    /** Says why the import would refuse the column, if it would. */
    void refused(int index) {
        String reason = model.refusal(index).map(wording::text).orElse("");
        refusal.setText(Labels.plain(reason));
        StepLayout.place(refusal, !reason.isEmpty());
    }

    private void name(int index, ColumnPlan column) {
        line(card, wording.own("plan.stored.name"), "field");
        Text text = new Text(card, SWT.BORDER);
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        text.setLayoutData(wide);
        text.setText(column.field().name());
        text.setToolTipText(wording.own("plan.stored.name"));
        TestIds.set(text, "import.column.name");
        text.addListener(SWT.Modify, event -> {
            draft.rename(index, text.getText());
            changes.typed(index);
        });
    }

    private void type(int index, ColumnPlan column) {
        List<Type> types = List.of(Type.values());
        choice(
                "plan.type",
                "import.type",
                types.stream().map(wording::type).toList(),
                types.indexOf(column.field().type()),
                chosen -> {
                    draft.format(
                            index,
                            FormatChoices.of(types.get(chosen), model.texts(index))
                                    .getFirst());
                    changes.format(index);
                });
    }

    /** Only where a type is written in more ways than one. */
    private void format(int index, ColumnPlan column) {
        List<ValueFormat> formats = FormatChoices.with(column.format(), model.texts(index));
        if (formats.size() > 1) {
            choice(
                    "plan.format",
                    "import.format",
                    formats.stream()
                            .map(f -> FormatChoices.example(f, wording.locale()))
                            .toList(),
                    formats.indexOf(column.format()),
                    chosen -> {
                        draft.format(index, formats.get(chosen));
                        changes.format(index);
                    });
        }
        int unreadable = model.preview(index).unreadable().cardinality();
        if (unreadable > 0) {
            line(
                    card,
                    wording.own("format.unreadable", unreadable, model.sample().rows()),
                    "error");
        }
    }

    void enable(boolean enabled) {
        free = enabled;
        for (Control child : card.getChildren()) {
            if (child instanceof Combo || child instanceof Text || child instanceof Button) {
                child.setEnabled(enabled);
            }
        }
    }

    private void role(int index, ColumnPlan column) {
        List<Set<RoleId>> choices = new ArrayList<>();
        choices.add(Set.of());
        FieldWords.ROLES.forEach(role -> choices.add(Set.of(role)));
        if (!choices.contains(column.field().roles())) {
            choices.add(column.field().roles());
        }
        List<String> names = choices.stream()
                .map(roles -> roles.isEmpty() ? wording.own("role.none") : wording.roles(roles))
                .toList();
        choice("plan.role", "import.role", names, choices.indexOf(column.field().roles()), chosen -> {
            draft.role(index, choices.get(chosen));
            changes.column(index);
        });
    }

    private void privacy(int index, ColumnPlan column) {
        List<Privacy> choices = List.of(Privacy.values());
        choice(
                "plan.privacy",
                "import.privacy",
                choices.stream().map(wording::privacy).toList(),
                choices.indexOf(column.field().privacy()),
                chosen -> {
                    draft.privacy(index, choices.get(chosen));
                    protect(index);
                    changes.column(index);
                });
    }

    /** A column that names persons is not kept as it is: what an import would propose for it. */
    private void protect(int index) {
        ColumnPlan column = draft.column(index);
        if (column.field().privacy() == Privacy.DIRECT_IDENTIFIER
                && column.treatment().keeps()) {
            ProposedFor kind =
                    column.field().roles().contains(RoleId.SUBJECT) ? ProposedFor.SUBJECT : ProposedFor.IDENTIFIER;
            wording.enabled().anonymizers().stream()
                    .filter(a -> a.proposedFor().equals(Optional.of(kind)))
                    .findFirst()
                    .ifPresent(a -> draft.treatment(index, new Treatment(a.id(), a.defaults())));
        }
    }

    private void treatment(int index, ColumnPlan column) {
        List<Treatment> choices = new ArrayList<>();
        choices.add(Treatment.KEEP);
        for (AnonymizerDescriptor anonymizer : wording.enabled().anonymizers()) {
            if (!anonymizer.id().equals(column.treatment().anonymizer())
                    && anonymizer.types().contains(column.field().type())) {
                choices.add(new Treatment(anonymizer.id(), anonymizer.defaults()));
            }
        }
        if (!column.treatment().keeps()) {
            choices.add(column.treatment());
        }
        choice(
                "plan.treatment",
                "import.treatment",
                choices.stream().map(wording::treatment).toList(),
                column.treatment().keeps() ? 0 : choices.size() - 1,
                chosen -> {
                    draft.treatment(index, choices.get(chosen));
                    changes.column(index);
                });
        wording.enabled().anonymizer(column.treatment().anonymizer()).ifPresent(anonymizer -> {
            line(card, wording.text(anonymizer.id(), "effect"), "small");
            new TreatmentForm(wording, anonymizer, column.treatment())
                    .show(
                            card,
                            treatment -> {
                                draft.treatment(index, treatment);
                                changes.typed(index);
                            },
                            () -> changes.groups(index));
        });
    }

    private void choice(String label, String testId, List<String> names, int selected, Consumer<Integer> action) {
        line(card, wording.own(label), "field");
        Combo combo = Kit.combo(card, names, selected);
        GridData wide = Kit.wide();
        wide.heightHint = Kit.CONTROL_HEIGHT;
        wide.widthHint = LEAST_TEXT;
        combo.setLayoutData(wide);
        TestIds.set(combo, testId);
        combo.addListener(SWT.Selection, event -> {
            if (combo.getSelectionIndex() >= 0) {
                action.accept(combo.getSelectionIndex());
            }
        });
    }

    private static Label line(Composite parent, String text, String variant) {
        return ColumnValues.line(parent, text, variant, SWT.WRAP);
    }
}
