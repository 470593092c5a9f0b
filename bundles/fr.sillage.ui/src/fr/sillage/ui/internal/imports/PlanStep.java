package fr.sillage.ui.internal.imports;

import fr.sillage.api.Message;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.imports.ColumnProfile;
import fr.sillage.core.imports.Plans;
import fr.sillage.core.imports.Target;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Labels;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.LiveExtensions;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What was recognised, and what will become of each column. */
final class PlanStep implements FileStep {
    private static final int LEAST_TEXT = 200;

    private final Wording wording;
    private final PageContext page;
    private final CommunityContext community;
    private final PlanModel model;
    private final Actions actions;
    private Composite area;
    private RecognisedCard recognised;
    private ColumnsPane columns;
    private ProblemNotice problem;
    private ProgressLine progress;
    private TargetChoice target;
    private Label note;
    private Button run;
    private boolean refused;

    PlanStep(Wording wording, PageContext page, CommunityContext community, PlanModel model, Actions actions) {
        this.wording = wording;
        this.page = page;
        this.community = community;
        this.model = model;
        this.actions = actions;
    }

    @Override
    public PlanModel model() {
        return model;
    }

    /**
     * @param last where the file before of this kind went
     * @param more whether other files wait
     */
    void show(Composite parent, List<Message> why, Optional<Target> last, boolean more) {
        area = Kit.box(parent, 1, 0);
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        recognised = new RecognisedCard(wording, page, draft().plan(), why, actions::propose);
        recognised.show(area);
        problem = new ProblemNotice(area);
        List<DataSet> dataSets = page.service(SiloStore.class).open(community).dataSets();
        target = new TargetChoice(wording, dataSets, model, this::refresh);
        target.show(area, Optional.of(start(last, dataSets)), draft().name());
        columns = new ColumnsPane(wording, page, community, model, new ColumnsPane.Changes() {
            @Override
            public void changed() {
                refresh();
            }

            @Override
            public void reread() {
                refresh();
                actions.profile();
            }
        });
        columns.show(area);
        foot(more);
        refresh();
        LiveExtensions.follow(area, page, () -> {
            recognised.extensionsChanged();
            columns.extensionsChanged();
            refresh();
        });
    }

    private static Target start(Optional<Target> last, List<DataSet> dataSets) {
        return last.filter(t -> t.existing()
                        .filter(id -> dataSets.stream().anyMatch(d -> d.id().equals(id)))
                        .isPresent())
                .orElse(Target.NEW);
    }

    private void foot(boolean more) {
        progress = new ProgressLine(area, wording, Optional.of(actions::cancel));
        Composite foot = Kit.box(area, 4, 0);
        foot.setLayoutData(Kit.wide());
        note = Kit.label(foot, "", "small", SWT.WRAP);
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        note.setLayoutData(wide);
        TestIds.set(
                Kit.secondary(foot, wording.own(more ? "plan.skip" : "plan.other"), actions::otherFile),
                "import.other");
        if (imports() && community.may(Right.APPROVE_PLAN)) {
            TestIds.set(Kit.secondary(foot, wording.own("plan.save"), actions::savePlan), "import.save");
        }
        run = Kit.primary(foot, wording.own("plan.run"), this::act);
        TestIds.set(run, "import.run");
    }

    private boolean imports() {
        return community.may(Right.IMPORT);
    }

    private boolean allowed() {
        return imports() && page.service(Plans.class).allows(community, draft().plan());
    }

    private void act() {
        if (allowed()) {
            actions.run();
        } else {
            actions.savePlan();
        }
    }

    @Override
    public Optional<Target> target() {
        draft().rename(target.name());
        return target.target();
    }

    @Override
    public String missing() {
        return target.missing();
    }

    /** The button says what it will do, the note beside it why. */
    private void refresh() {
        if (run == null) {
            return;
        }
        target.refresh();
        boolean allowed = allowed();
        String action = allowed
                ? model.rows().isPresent()
                        ? wording.own("plan.run.rows", model.rows().getAsLong())
                        : wording.own("plan.run")
                : wording.own(community.may(Right.APPROVE_PLAN) ? "plan.save" : "plan.ask");
        run.setText(Labels.plain(action));
        note.setText(Labels.plain(
                !allowed && !community.may(Right.APPROVE_PLAN)
                        ? wording.own("plan.note.ask")
                        : wording.own(community.standsInForOfficer() ? "plan.note.officer" : "plan.note")));
        boolean sound = model.sound();
        run.setEnabled(!refused && sound);
        run.getParent().layout(true, true);
    }

    @Override
    public void profiled(List<ColumnProfile> seen) {
        if (!area.isDisposed()) {
            model.profiled(seen);
            recognised.rows(model.rows());
            columns.refresh();
            quiet();
        }
    }

    @Override
    public void running(String sentence, double fraction) {
        if (!area.isDisposed()) {
            progress.show(sentence, fraction);
        }
    }

    @Override
    public void quiet() {
        if (!area.isDisposed()) {
            progress.hide();
            refresh();
        }
    }

    @Override
    public void problem(String sentence) {
        if (!area.isDisposed()) {
            quiet();
            problem.show(sentence);
        }
    }

    @Override
    public void refused(String sentence) {
        if (!area.isDisposed()) {
            refused = true;
            recognised.open();
            problem(sentence);
        }
    }
}
