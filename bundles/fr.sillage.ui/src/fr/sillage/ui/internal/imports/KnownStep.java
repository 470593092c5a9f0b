package fr.sillage.ui.internal.imports;

import fr.sillage.core.imports.ColumnProfile;
import fr.sillage.core.imports.SavedPlan;
import fr.sillage.core.imports.Target;
import fr.sillage.core.silo.DataSet;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Labels;
import fr.sillage.ui.kit.TestIds;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** A file of a kind that was seen before: nothing is left to decide but where its rows go. */
final class KnownStep implements FileStep {
    private static final int LEAST_TEXT = 200;

    private final Wording wording;
    private final PlanModel model;
    private final SavedPlan saved;
    private final Optional<Target> proposed;
    private final List<DataSet> dataSets;
    private final Actions actions;
    private Composite area;
    private TargetChoice target;
    private Label rows;
    private Label missing;
    private ProblemNotice problem;
    private ProgressLine progress;
    private Button run;

    /** @param proposed where the rows of the file before went, if it was one of this kind */
    KnownStep(
            Wording wording,
            PlanModel model,
            SavedPlan saved,
            Optional<Target> proposed,
            List<DataSet> dataSets,
            Actions actions) {
        this.wording = wording;
        this.model = model;
        this.saved = saved;
        this.proposed = proposed;
        this.dataSets = dataSets;
        this.actions = actions;
    }

    @Override
    public PlanModel model() {
        return model;
    }

    void show(Composite parent, boolean more) {
        area = Kit.box(parent, 1, 0);
        area.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        problem = new ProblemNotice(area);
        Composite card = Kit.card(area, 1);
        card.setLayoutData(Kit.wide());
        TestIds.set(card, "import.known");
        Kit.label(card, wording.own("known.title", saved.name()), "section", SWT.WRAP)
                .setLayoutData(wide());
        Kit.label(card, wording.treated(model.draft().plan()), "secondary", SWT.WRAP)
                .setLayoutData(wide());
        rows = Kit.label(card, "", "secondary", SWT.WRAP);
        rows.setLayoutData(wide());
        target = new TargetChoice(wording, dataSets, model, this::enable);
        target.show(card, start(), model.draft().name());
        missing = Kit.label(card, wording.own("target.missing"), "small", SWT.NONE);
        missing.setLayoutData(Kit.wide());
        progress = new ProgressLine(area, wording, Optional.of(actions::cancel));
        Composite foot = Kit.box(area, 3, 0);
        foot.setLayoutData(new GridData(SWT.END, SWT.CENTER, true, false));
        TestIds.set(
                Kit.secondary(foot, wording.own(more ? "plan.skip" : "plan.other"), actions::otherFile),
                "import.other");
        TestIds.set(Kit.secondary(foot, wording.own("known.columns"), actions::columns), "import.change");
        run = Kit.primary(foot, wording.own("plan.run"), actions::run);
        TestIds.set(run, "import.run");
        enable();
    }

    private static GridData wide() {
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        return wide;
    }

    /** Where the last file of this kind went, if that is still there; the person says so for the first one. */
    private Optional<Target> start() {
        return proposed.or(() -> Optional.of(saved.target()))
                .filter(last -> last.existing()
                        .filter(id -> dataSets.stream().anyMatch(d -> d.id().equals(id)))
                        .isPresent());
    }

    @Override
    public Optional<Target> target() {
        model.draft().rename(target.name());
        return target.target();
    }

    @Override
    public String missing() {
        return target.missing();
    }

    @Override
    public void profiled(List<ColumnProfile> seen) {
        if (!area.isDisposed()) {
            model.profiled(seen);
            model.rows().ifPresent(count -> {
                rows.setText(wording.own("known.rows", count));
                run.setText(Labels.plain(wording.own("plan.run.rows", count)));
            });
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
            area.layout(true, true);
        }
    }

    @Override
    public void problem(String sentence) {
        if (!area.isDisposed()) {
            quiet();
            problem.show(sentence);
        }
    }

    /** The settings that served for the files before do not serve for this one. */
    @Override
    public void refused(String sentence) {
        actions.columns();
    }

    private void enable() {
        if (run != null) {
            boolean chosen = target.target().isPresent();
            run.setEnabled(chosen);
            missing.setText(Labels.plain(target.missing()));
            StepLayout.place(missing, !chosen);
        }
    }
}
