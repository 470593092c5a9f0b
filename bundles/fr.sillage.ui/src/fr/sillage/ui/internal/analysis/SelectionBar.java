package fr.sillage.ui.internal.analysis;

import fr.sillage.api.data.Field;
import fr.sillage.core.analysis.Selection;
import fr.sillage.ui.kit.Access;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Filters and folded categories, each as a sentence that a click takes away; and what adds more. */
final class SelectionBar {
    private static final int LEAST_WIDTH = 230;

    private final Composite area;
    private final Composite chips;
    private final Wording wording;
    private final String slot;
    private final List<Field> fields;
    private final Function<String, List<String>> categories;
    private final Consumer<Selection> changed;
    private Selection selection;

    /**
     * @param below where the sentences go
     * @param categories values of a column
     * @param changed is told of each change
     */
    SelectionBar(
            Composite parent,
            Composite below,
            Wording wording,
            String slot,
            List<Field> fields,
            Selection selection,
            Function<String, List<String>> categories,
            Consumer<Selection> changed) {
        this.area = new Composite(parent, SWT.NONE);
        this.chips = new Composite(below, SWT.NONE);
        this.wording = wording;
        this.slot = slot;
        this.fields = fields;
        this.selection = selection;
        this.categories = categories;
        this.changed = changed;
        // links have room of their own
        area.setLayout(line(0));
        chips.setLayout(line(6));
        chips.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridData place = new GridData(SWT.FILL, SWT.CENTER, true, false);
        place.widthHint = LEAST_WIDTH;
        area.setLayoutData(place);
        fill();
    }

    private static RowLayout line(int spacing) {
        RowLayout row = new RowLayout(SWT.HORIZONTAL);
        row.center = true;
        row.marginLeft = 0;
        row.marginRight = 0;
        row.marginTop = 0;
        row.marginBottom = 0;
        row.spacing = spacing;
        return row;
    }

    Selection selection() {
        return selection;
    }

    /** Nothing can be computed any more. */
    void off() {
        area.setEnabled(false);
        chips.setEnabled(false);
    }

    private void fill() {
        List.of(area, chips).forEach(part -> {
            for (Control child : part.getChildren()) {
                child.dispose();
            }
        });
        boolean some = !selection.choices().isEmpty() || !selection.foldings().isEmpty();
        chips.setVisible(some);
        ((GridData) chips.getLayoutData()).exclude = !some;
        for (Selection.Choice choice : selection.choices()) {
            chip(wording.choice(choice), () -> become(selection.without(choice)));
        }
        for (Selection.Folding folding : selection.foldings()) {
            chip(wording.folding(folding), () -> become(selection.without(folding)));
        }
        Button filter = Look.link(area, wording.own("filter.add"), this::addFilter);
        filter.setToolTipText(wording.own("filter.title"));
        Look.identify(filter, "analysis.filter");
        Button fold = Look.link(area, wording.own("fold.add"), this::addFolding);
        fold.setToolTipText(wording.own("fold.title"));
        Look.identify(fold, "analysis.fold");
        Button gather = new Button(area, SWT.CHECK);
        gather.setData(RWT.CUSTOM_VARIANT, "small");
        gather.setText(wording.own("gather"));
        gather.setToolTipText(wording.own("gather.why"));
        gather.setSelection(selection.gathering());
        Look.identify(gather, "analysis.gather");
        gather.addListener(SWT.Selection, event -> gather(gather.getSelection()));
    }

    private void chip(String sentence, Runnable remove) {
        Button chip = Look.choice(chips, sentence + "  ✕", true, remove);
        chip.setToolTipText(wording.own("chip.remove", sentence));
        Access.name(chip, wording.own("chip.remove", sentence));
    }

    private void addFilter() {
        new FilterDialog(area, wording, slot, fields, categories, choice -> become(selection.with(choice))).open();
    }

    private void addFolding() {
        new FoldingDialog(area, wording, slot, fields, categories, folding -> become(selection.with(folding))).open();
    }

    /** The check box stays, and with it the focus. */
    private void gather(boolean gathering) {
        selection = selection.gathering(gathering);
        changed.accept(selection);
    }

    private void become(Selection other) {
        selection = other;
        fill();
        chips.getParent().layout(true, true);
        changed.accept(other);
    }
}
