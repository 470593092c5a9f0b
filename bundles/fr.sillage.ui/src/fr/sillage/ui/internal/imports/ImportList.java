package fr.sillage.ui.internal.imports;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.imports.ImportJob;
import fr.sillage.core.imports.Plans;
import fr.sillage.core.imports.SavedPlan;
import fr.sillage.core.jobs.JobState.Phase;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.ui.internal.jobs.RunningJobs;
import fr.sillage.ui.kit.FittedColumns;
import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** What is being imported, what was imported, the latest first, and the plans for files that come again. */
final class ImportList {
    private static final int[] SHARES = {24, 22, 16, 9, 10, 9, 10};
    private static final int[] PLAN_SHARES = {34, 26, 12, 28};
    private static final int LEAST = 120;

    private final PageContext page;
    private final CommunityContext community;
    private final Wording wording;

    ImportList(PageContext page, CommunityContext community, Wording wording) {
        this.page = page;
        this.community = community;
        this.wording = wording;
    }

    void show(Composite parent, List<ImportRecord> imports) {
        boolean may = community.may(Right.IMPORT) || community.may(Right.DRAW_PLAN);
        Composite head = Kit.box(parent, may ? 2 : 1, 0);
        head.setLayoutData(Kit.wide());
        Kit.title(head, wording.own("list.title")).setLayoutData(Kit.wide());
        if (may) {
            TestIds.set(
                    Kit.primary(head, wording.own("list.new"), () -> page.open("imports", ImportsPage.NEW)),
                    "import.new");
        }
        new RunningJobs(page, community, ImportJob.KIND, job -> job.state().phase() != Phase.DONE, jobs -> {})
                .show(parent);
        if (imports.isEmpty()) {
            Kit.empty(parent, wording.own("list.empty.title"), wording.own("list.empty.text"));
        } else {
            done(parent, imports);
        }
        List<SavedPlan> plans = page.service(Plans.class).all(community);
        if (!plans.isEmpty()) {
            plans(parent, plans);
        }
    }

    private void done(Composite parent, List<ImportRecord> imports) {
        Table table = table(
                parent,
                List.of(
                        wording.own("list.file"),
                        wording.own("list.dataset"),
                        wording.own("list.date"),
                        wording.own("list.read"),
                        wording.own("list.stored"),
                        wording.own("list.rejected"),
                        wording.own("list.state")),
                SHARES);
        TestIds.set(table, "imports");
        Kit.alignRight(table, 3, 4, 5);
        for (ImportRecord done : imports) {
            new TableItem(table, SWT.NONE).setText(new String[] {
                Html.opens(done.fileName()),
                Html.escape(wording.own("list.version", done.dataSetName(), done.version())),
                wording.when(done.finished()),
                wording.number(done.read()),
                wording.number(done.stored()),
                wording.number(done.rejected()),
                done.undone().isPresent()
                        ? Html.tag(wording.own("list.undone"), "neutral")
                        : Html.tag(wording.own("mode." + done.mode()), "ok")
            });
        }
        Kit.opens(
                table,
                index -> page.open(
                        "imports", ImportsPage.REPORT + imports.get(index).id()));
    }

    private void plans(Composite parent, List<SavedPlan> plans) {
        Kit.label(parent, wording.own("plans.title"), "section", SWT.NONE);
        Table table = table(
                parent,
                List.of(
                        wording.own("plans.name"),
                        wording.own("plans.source"),
                        wording.own("plans.columns"),
                        wording.own("plans.state")),
                PLAN_SHARES);
        TestIds.set(table, "plans");
        Kit.alignRight(table, 2);
        for (SavedPlan plan : plans) {
            new TableItem(table, SWT.NONE).setText(new String[] {
                Html.opens(plan.name()),
                Html.escape(wording.source(plan.plan().source())),
                wording.number(plan.plan().columns().size()),
                wording.approval(plan)
            });
        }
        Kit.opens(
                table,
                index ->
                        page.open("imports", ImportsPage.PLAN + plans.get(index).id()));
    }

    private static Table table(Composite parent, List<String> headings, int... shares) {
        Table table = Kit.table(parent, headings, shares);
        table.setData(RWT.MARKUP_ENABLED, Boolean.TRUE);
        ((GridData) table.getLayoutData()).heightHint = LEAST;
        ((GridData) table.getLayoutData()).widthHint = LEAST;
        FittedColumns.fit(table, shares);
        return table;
    }
}
