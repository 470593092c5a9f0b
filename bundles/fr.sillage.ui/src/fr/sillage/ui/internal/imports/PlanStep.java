package fr.sillage.ui.internal.imports;

import fr.sillage.api.Message;
import fr.sillage.api.Values;
import fr.sillage.core.imports.ColumnProfile;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** What was recognised, and what will become of each column. */
final class PlanStep {
    /** What a person can do here. */
    interface Actions {
        void run();

        void cancel();

        void otherFile();

        void propose(String source, Values settings);

        /** To read the file again, for its columns are read in another way. */
        void profile();
    }

    private static final int SIDE_WIDTH = 250;
    private static final int NAME_WIDTH = 320;
    private static final int LEAST_TEXT = 200;
    private static final int TIGHT = 6;

    private final Wording wording;
    private final PageContext page;
    private final PlanModel model;
    private final Actions actions;
    private Composite area;
    private RecognisedCard recognised;
    private ColumnTable table;
    private ColumnCard card;
    private Composite problem;
    private Label problemText;
    private ProgressLine progress;
    private Text name;
    private Button run;
    private boolean refused;

    PlanStep(Wording wording, PageContext page, PlanModel model, Actions actions) {
        this.wording = wording;
        this.page = page;
        this.model = model;
        this.actions = actions;
    }

    PlanModel model() {
        return model;
    }

    Draft draft() {
        return model.draft();
    }

    void show(Composite parent, List<Message> why) {
        area = Kit.box(parent, 1, 0);
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        recognised = new RecognisedCard(wording, page, draft().plan(), why, actions::propose);
        recognised.show(area);
        problem = Assistant.notice(area, "danger", "");
        TestIds.set(problem, "import.problem");
        problemText = (Label) problem.getChildren()[0];
        nameLine();
        Composite middle = Kit.box(area, 2, 0);
        middle.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table = new ColumnTable(middle, wording, model, this::select);
        side(middle);
        foot();
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
        name.setText(draft().name());
        name.addListener(SWT.Modify, event -> draft().rename(name.getText()));
    }

    private void side(Composite middle) {
        Composite side = Kit.card(middle, 1);
        side.setLayout(Kit.grid(1, 2, 0));
        GridData place = new GridData(SWT.FILL, SWT.FILL, false, true);
        place.widthHint = SIDE_WIDTH;
        place.heightHint = LEAST_TEXT;
        side.setLayoutData(place);
        ScrolledComposite scroll = new ScrolledComposite(side, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Composite content = Kit.box(scroll, 1, 14);
        ((GridLayout) content.getLayout()).verticalSpacing = TIGHT;
        scroll.setContent(content);
        scroll.addListener(SWT.Resize, event -> fit(scroll, content));
        card = new ColumnCard(content, wording, page, model, new ColumnCard.Changes() {
            @Override
            public void column(int index) {
                changed(index);
                fit(scroll, content);
            }

            @Override
            public void format(int index) {
                changed(index);
                fit(scroll, content);
                actions.profile();
            }
        });
    }

    private static void fit(ScrolledComposite scroll, Composite content) {
        scroll.setMinSize(content.computeSize(scroll.getClientArea().width, SWT.DEFAULT));
    }

    private void foot() {
        progress = new ProgressLine(area, wording, Optional.of(actions::cancel));
        Composite foot = Kit.box(area, 3, 0);
        foot.setLayoutData(Kit.wide());
        Label note = Kit.label(foot, wording.own("plan.note"), "small", SWT.WRAP);
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        note.setLayoutData(wide);
        TestIds.set(Kit.secondary(foot, wording.own("plan.other"), actions::otherFile), "import.other");
        run = Kit.primary(foot, wording.own("plan.run"), actions::run);
        TestIds.set(run, "import.run");
    }

    private void changed(int index) {
        model.changed(index);
        table.refresh(index);
        card.show(index);
        enable(true);
    }

    private void select(int index) {
        if (index >= 0 && index < draft().columns().size()) {
            table.select(index);
            card.show(index);
        }
    }

    void profiled(List<ColumnProfile> seen) {
        if (area.isDisposed()) {
            return;
        }
        model.profiled(seen);
        table.refreshAll();
        recognised.rows(model.rows());
        model.rows().ifPresent(rows -> run.setText(Wording.plain(wording.own("plan.run.rows", rows))));
        select(Math.max(0, table.selection()));
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

    /** The file cannot be read like that: only other settings or another file help. */
    void refused(String sentence) {
        if (!area.isDisposed()) {
            refused = true;
            recognised.open();
            problem(sentence);
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
        run.setEnabled(free && !refused);
        name.setEnabled(free);
        recognised.enable(free);
        card.enable(free);
    }

    private static void place(Control control, boolean shown) {
        control.setVisible(shown);
        ((GridData) control.getLayoutData()).exclude = !shown;
        control.getParent().layout(true, true);
    }
}
