package fr.sillage.ui.internal.imports;

import fr.sillage.core.imports.Target;
import fr.sillage.ui.internal.imports.KeyModel.Candidate;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;

/** The columns by which rows are the same: one list after the other, each for one more column. */
final class KeyChoice {
    private static final int WIDTH = 180;
    private static final int LEAST_TEXT = 200;

    private final Wording wording;
    private final KeyModel model;
    private final Runnable changed;
    private final List<Combo> lists = new ArrayList<>();
    private Composite area;

    /** @param changed told of each choice */
    KeyChoice(Wording wording, KeyModel model, Runnable changed) {
        this.wording = wording;
        this.model = model;
        this.changed = changed;
    }

    void show(Composite parent) {
        area = Kit.box(parent, 1, 0);
        area.setLayoutData(Kit.wide());
        Composite line = Kit.box(area, 1 + Target.MOST_KEYS, 0);
        line.setLayoutData(Kit.wide());
        Kit.label(line, wording.own("key"), "field", SWT.NONE);
        for (int i = 0; i < Target.MOST_KEYS; i++) {
            int place = i;
            Combo list = Kit.combo(line, List.of(), -1);
            ((GridData) list.getLayoutData()).widthHint = WIDTH;
            list.setToolTipText(wording.own("key.column", i + 1));
            TestIds.set(list, "import.key." + (i + 1));
            list.addListener(SWT.Selection, event -> choose(place, list.getSelectionIndex()));
            lists.add(list);
        }
        StepLayout.wrapped(area, wording.own("key.text"), "small");
        fill();
    }

    private void choose(int place, int selected) {
        // above the names stands what takes a column away, except where there is none yet
        int index = selected - (place == 0 ? 0 : 1);
        model.choose(
                place,
                index < 0 ? Optional.empty() : Optional.of(model.candidates().get(index)));
        fill();
        changed.run();
    }

    /** After columns were changed. */
    void refresh() {
        if (model.refresh()) {
            fill();
        }
    }

    private void fill() {
        List<Candidate> chosen = model.chosen();
        List<String> names = model.candidates().stream().map(Candidate::name).toList();
        for (int i = 0; i < lists.size(); i++) {
            Combo list = lists.get(i);
            boolean first = i == 0;
            boolean used = i < chosen.size();
            List<String> items = first
                    ? names
                    : Stream.concat(Stream.of(wording.own(used ? "key.less" : "key.more")), names.stream())
                            .toList();
            Kit.choices(list, items);
            if (used) {
                list.select(model.candidates().indexOf(chosen.get(i)) + (first ? 0 : 1));
            } else if (!first) {
                list.select(0);
            }
            StepLayout.place(list, i <= chosen.size() && i <= names.size() - 1);
        }
    }

    void place(boolean shown) {
        StepLayout.place(area, shown);
    }

    void enable(boolean enabled) {
        lists.forEach(list -> list.setEnabled(enabled));
    }

    /** Names of the columns as they are stored; none while none is chosen. */
    List<String> names() {
        return model.chosen().stream().map(Candidate::name).toList();
    }
}
