package fr.sillage.ui.internal.imports;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.Plans;
import fr.sillage.core.imports.SavedPlan;
import fr.sillage.core.imports.Target;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.ui.kit.FittedColumns;
import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Question;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** A plan that is kept: what it does to each column, and whether that is approved. */
final class PlanView {
    private static final int[] SHARES = {30, 18, 18, 18, 16};
    private static final int LEAST = 200;

    private final PageContext page;
    private final CommunityContext community;
    private final Wording wording;

    PlanView(PageContext page, CommunityContext community, Wording wording) {
        this.page = page;
        this.community = community;
        this.wording = wording;
    }

    void show(Composite parent, SavedPlan saved) {
        StepLayout.head(
                parent,
                wording.own("planview.title", saved.name()),
                () -> page.open("imports", ""),
                wording.own("back"));
        Kit.markup(parent, wording.approval(saved));
        people(parent, saved);
        StepLayout.wrapped(parent, wording.recognised(saved.plan()), "secondary");
        StepLayout.wrapped(parent, target(saved.target()), "secondary");
        columns(parent, saved);
        foot(parent, saved);
    }

    private String target(Target target) {
        return target.existing()
                .flatMap(page.service(SiloStore.class).open(community)::dataSet)
                .map(dataSet -> wording.own(
                        "planview.target." + target.mode(), dataSet.name(), String.join(", ", target.keys())))
                .orElseGet(() -> wording.own("planview.target.NEW"));
    }

    private void people(Composite parent, SavedPlan saved) {
        String drawn =
                wording.own("planview.drawn", wording.name(community, saved.drawnBy()), wording.when(saved.drawn()));
        String sentence = saved.approval()
                .map(approval -> wording.own(
                        "planview.people", drawn, wording.name(community, approval.by()), wording.when(approval.at())))
                .orElse(drawn);
        StepLayout.wrapped(parent, sentence, "secondary");
    }

    private void columns(Composite parent, SavedPlan saved) {
        Table table = Kit.table(
                parent,
                List.of(
                        wording.own("plan.column"),
                        wording.own("plan.type"),
                        wording.own("plan.role"),
                        wording.own("plan.privacy"),
                        wording.own("plan.treatment")),
                SHARES);
        table.setData(RWT.MARKUP_ENABLED, Boolean.TRUE);
        TestIds.set(table, "plan.columns");
        ((GridData) table.getLayoutData()).heightHint = LEAST;
        ((GridData) table.getLayoutData()).widthHint = LEAST;
        FittedColumns.fit(table, SHARES);
        for (ColumnPlan column : saved.plan().columns()) {
            new TableItem(table, SWT.NONE).setText(new String[] {
                Html.escape(column.column()),
                Html.escape(wording.type(column.field().type())),
                Html.escape(wording.roles(column.field().roles())),
                Html.tag(
                        wording.privacy(column.field().privacy()),
                        Wording.kind(column.field().privacy())),
                Html.tag(
                        wording.treatment(column.treatment()),
                        column.treatment().keeps() ? "neutral" : "ok")
            });
        }
    }

    private void foot(Composite parent, SavedPlan saved) {
        boolean approves = community.may(Right.APPROVE_PLAN);
        if (saved.approval().isEmpty()) {
            String note = approves
                    ? community.standsInForOfficer() ? "planview.officer" : "planview.approve"
                    : "planview.waits";
            Kit.label(parent, wording.own(note), "secondary", SWT.WRAP).setLayoutData(Kit.wide());
        }
        Composite foot = Kit.box(parent, 2, 0);
        if (saved.approval().isEmpty() && approves) {
            TestIds.set(
                    Kit.primary(foot, wording.own("planview.do.approve"), () -> approve(parent, saved)),
                    "plan.approve");
        }
        if (approves || saved.approval().isEmpty() && community.may(Right.DRAW_PLAN)) {
            Button[] forget = new Button[1];
            forget[0] = Kit.secondary(
                    foot,
                    wording.own("planview.forget"),
                    () -> Question.ask(
                            forget[0],
                            wording.own("planview.forget.title", saved.name()),
                            wording.own("planview.forget.text"),
                            wording.own("planview.forget"),
                            wording.own("planview.keep"),
                            () -> {
                                page.service(Plans.class).remove(community, saved.id());
                                page.open("imports", "");
                            }));
            TestIds.set(forget[0], "plan.forget");
        }
    }

    private void approve(Composite parent, SavedPlan saved) {
        try {
            page.service(Plans.class).approve(community, saved);
            page.open("imports", ImportsPage.PLAN + saved.id());
        } catch (ImportException e) {
            StepLayout.notice(parent, "danger", wording.reason(e));
            parent.layout(true, true);
        }
    }
}
