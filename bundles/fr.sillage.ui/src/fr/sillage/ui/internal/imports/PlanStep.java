package fr.sillage.ui.internal.imports;

import fr.sillage.api.Message;
import fr.sillage.api.data.Privacy;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.ColumnProfile;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** What was recognised, and what will become of each column. */
final class PlanStep {
    private static final int SIDE_WIDTH = 250;
    private static final int NAME_WIDTH = 320;
    private static final int LEAST_TEXT = 200;
    private static final int PRIVACY_COLUMN = 3;

    private final Wording wording;
    private final PageContext page;
    private final Draft draft;
    private Composite area;
    private Table table;
    private ColumnCard card;
    private Composite problem;
    private Label problemText;
    private ProgressLine progress;
    private Text name;
    private Button run;
    private List<ColumnProfile> profiles = List.of();

    PlanStep(Wording wording, PageContext page, Draft draft) {
        this.wording = wording;
        this.page = page;
        this.draft = draft;
    }

    Draft draft() {
        return draft;
    }

    /** @param start told whether to go on with many rejected rows: not at first */
    void show(Composite parent, List<Message> why, Consumer<Boolean> start, Runnable cancel) {
        area = Kit.box(parent, 1, 0);
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        if (!why.isEmpty()) {
            Assistant.notice(area, "info", why.stream().map(wording::text).collect(Collectors.joining(" ")));
        }
        problem = Assistant.notice(area, "danger", "");
        problemText = (Label) problem.getChildren()[0];
        nameLine();
        Composite middle = Kit.box(area, 2, 0);
        middle.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        columns(middle);
        side(middle);
        Composite foot = Kit.box(area, 2, 0);
        foot.setLayoutData(Kit.wide());
        progress = new ProgressLine(area, wording, Optional.of(cancel));
        Label note = Kit.label(foot, wording.own("plan.note"), "small", SWT.WRAP);
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        note.setLayoutData(wide);
        run = Kit.primary(foot, wording.own("plan.run"), () -> start.accept(false));
        TestIds.set(run, "import.run");
        place(problem, false);
        select(0);
    }

    private void nameLine() {
        Composite line = Kit.box(area, 2, 0);
        line.setLayoutData(Kit.wide());
        name = Kit.field(line, wording.own("plan.name"), SWT.NONE);
        TestIds.set(name, "import.name");
        GridData size = (GridData) name.getLayoutData();
        size.widthHint = NAME_WIDTH;
        size.horizontalAlignment = SWT.LEFT;
        name.setText(draft.name());
        name.addListener(SWT.Modify, event -> draft.rename(name.getText()));
    }

    private void columns(Composite middle) {
        table = Kit.table(
                middle,
                List.of(
                        wording.own("plan.column"),
                        wording.own("plan.type"),
                        wording.own("plan.role"),
                        wording.own("plan.privacy"),
                        wording.own("plan.treatment"),
                        wording.own("plan.example")),
                150,
                125,
                105,
                140,
                120,
                120);
        TestIds.set(table, "import.columns");
        GridData size = (GridData) table.getLayoutData();
        size.widthHint = LEAST_TEXT;
        size.heightHint = LEAST_TEXT;
        for (int i = 0; i < draft.columns().size(); i++) {
            new TableItem(table, SWT.NONE);
            line(i);
        }
        table.addListener(SWT.Selection, event -> select(table.getSelectionIndex()));
    }

    private void side(Composite middle) {
        Composite side = Kit.card(middle, 1);
        GridData place = new GridData(SWT.FILL, SWT.FILL, false, true);
        place.widthHint = SIDE_WIDTH;
        side.setLayoutData(place);
        card = new ColumnCard(side, wording, page, draft, this::line);
    }

    private void line(int index) {
        ColumnPlan column = draft.column(index);
        TableItem item = table.getItem(index);
        item.setText(new String[] {
            column.field().name(),
            wording.type(column.field().type()),
            wording.roles(column.field().roles()),
            wording.privacy(column.field().privacy()),
            wording.treatment(column.treatment()),
            example(column)
        });
        item.setForeground(PRIVACY_COLUMN, ink(column.field().privacy()));
    }

    private Color ink(Privacy privacy) {
        return switch (privacy) {
            case DIRECT_IDENTIFIER, SENSITIVE -> new Color(table.getDisplay(), 0xB3, 0x26, 0x1E);
            case QUASI_IDENTIFIER -> new Color(table.getDisplay(), 0x8A, 0x52, 0x00);
            case OTHER -> new Color(table.getDisplay(), 0x4A, 0x55, 0x65);
        };
    }

    private String example(ColumnPlan column) {
        return profile(column)
                .flatMap(p -> p.frequent().stream().findFirst())
                .map(ColumnProfile.Frequency::value)
                .orElse("");
    }

    private Optional<ColumnProfile> profile(ColumnPlan column) {
        return profiles.stream()
                .filter(p -> p.name().equals(column.field().name()))
                .findFirst();
    }

    private void select(int index) {
        if (index >= 0 && index < table.getItemCount()) {
            table.setSelection(index);
            card.show(index, profile(draft.column(index)));
        }
    }

    void profiled(List<ColumnProfile> seen) {
        if (area.isDisposed()) {
            return;
        }
        profiles = seen;
        for (int i = 0; i < table.getItemCount(); i++) {
            line(i);
        }
        select(Math.max(0, table.getSelectionIndex()));
        quiet();
    }

    void running(String sentence, double fraction) {
        if (!area.isDisposed()) {
            progress.show(sentence, fraction);
        }
    }

    void importing(String sentence, double fraction) {
        if (!area.isDisposed()) {
            place(problem, false);
            enable(false);
            progress.show(sentence, fraction);
        }
    }

    void quiet() {
        if (!area.isDisposed()) {
            progress.hide();
            enable(true);
        }
    }

    void problem(String sentence) {
        if (!area.isDisposed()) {
            quiet();
            problemText.setText(Wording.plain(sentence));
            place(problem, true);
        }
    }

    /** Makes room for a question. */
    void hide() {
        quiet();
        place(area, false);
    }

    void reveal() {
        place(area, true);
    }

    private void enable(boolean free) {
        run.setEnabled(free);
        name.setEnabled(free);
        card.enable(free);
    }

    private static void place(Control control, boolean shown) {
        control.setVisible(shown);
        ((GridData) control.getLayoutData()).exclude = !shown;
        control.getParent().layout(true, true);
    }
}
