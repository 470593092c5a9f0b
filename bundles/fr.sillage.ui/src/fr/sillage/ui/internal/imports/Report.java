package fr.sillage.ui.internal.imports;

import fr.sillage.api.data.Reject;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.Imports;
import fr.sillage.core.imports.KeyReplacement;
import fr.sillage.core.imports.TooManyRejectsException;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.Silo;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Question;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** How an import ended, and which rows were kept aside. Rows' contents are never shown. */
final class Report {
    private static final int MOST_LINES = 200;
    private static final int LEAST = 200;

    /** As many as {@link TooManyRejectsException#rejects()} holds at the most. */
    private static final int MOST_TOLD = 1000;

    private final Wording wording;
    private final PageContext page;

    Report(Wording wording, PageContext page) {
        this.wording = wording;
        this.page = page;
    }

    void show(Composite parent, CommunityContext community, Silo silo, ImportRecord done) {
        Composite area = area(parent);
        TestIds.set(area, "import.report");
        StepLayout.head(
                area,
                wording.own("report.title", done.dataSetName()),
                () -> page.open("imports", ""),
                wording.own("back"));
        done.undone()
                .ifPresent(taken ->
                        StepLayout.notice(area, "warning", wording.own("report.undone", wording.when(taken.at()))));
        Composite facts = Kit.card(area, 2);
        facts.setLayoutData(Kit.wide());
        fact(facts, "report.file", done.fileName());
        fact(
                facts,
                "report.when",
                wording.own("report.by", wording.when(done.finished()), wording.name(community, done.by())));
        fact(facts, "report.mode", wording.own("report.mode." + done.mode(), done.version()));
        fact(facts, "report.read", wording.number(done.read()));
        fact(facts, "report.stored", wording.number(done.stored()));
        fact(facts, "report.rejected", wording.number(done.rejected()));
        done.byKey().ifPresent(replaced -> byKey(facts, replaced));
        done.plan().ifPresent(plan -> fact(facts, "report.treated", wording.treated(plan)));
        actions(area, community, silo, done);
        List<Reject> kept = silo.rejects(done.id());
        if (!kept.isEmpty()) {
            rejects(area, kept);
        }
    }

    private void byKey(Composite facts, KeyReplacement done) {
        fact(facts, "report.key", String.join(", ", done.keys()));
        fact(facts, "report.replaced", wording.own("report.replaced.rows", done.replaced(), done.replacing()));
        fact(facts, "report.added", wording.number(done.added()));
        fact(facts, "report.stayed", wording.number(done.stayed()));
        if (done.withoutKey() > 0) {
            fact(facts, "report.keyless", wording.own("report.keyless.rows", done.withoutKey()));
        }
    }

    private void actions(Composite area, CommunityContext community, Silo silo, ImportRecord done) {
        Composite buttons = Kit.box(area, 2, 0);
        boolean present = silo.dataSet(done.dataSet()).isPresent();
        if (present) {
            TestIds.set(
                    Kit.primary(
                            buttons,
                            wording.own("report.open"),
                            () -> page.open("data", done.dataSet().value().toString())),
                    "import.open");
        }
        boolean last = silo.dataSet(done.dataSet())
                .filter(d -> d.version() == done.version() && done.undone().isEmpty())
                .isPresent();
        if (last && community.may(Right.DELETE_DATA)) {
            Button[] undo = new Button[1];
            undo[0] = Kit.secondary(
                    buttons,
                    wording.own("undo"),
                    () -> Question.ask(
                            undo[0],
                            wording.own("undo.title"),
                            wording.own(done.version() == 1 ? "undo.text.first" : "undo.text", done.stored()),
                            wording.own("undo"),
                            wording.own("undo.renounce"),
                            () -> undo(area, community, done)));
            TestIds.set(undo[0], "import.undo");
        } else if (last) {
            Kit.label(buttons, wording.own("undo.who"), "small", SWT.NONE);
        }
    }

    private void undo(Composite area, CommunityContext community, ImportRecord done) {
        try {
            page.service(Imports.class).undo(community, done.id());
            page.open("imports", ImportsPage.REPORT + done.id());
        } catch (ImportException e) {
            StepLayout.notice(area, "danger", wording.reason(e));
            area.layout(true, true);
        }
    }

    /** @param answer told whether to import anyway */
    void ask(Composite parent, TooManyRejectsException stopped, Consumer<Boolean> answer) {
        Composite area = area(parent);
        List<Reject> rejects = stopped.rejects();
        StepLayout.notice(
                area,
                "warning",
                wording.own(
                        rejects.size() < MOST_TOLD ? "many.text" : "many.least",
                        wording.number(rejects.size()),
                        wording.number(stopped.read())));
        rejects(area, rejects);
        Composite foot = Kit.box(area, 2, 0);
        TestIds.set(
                Kit.primary(foot, wording.own("many.anyway"), () -> {
                    area.dispose();
                    answer.accept(true);
                }),
                "import.anyway");
        TestIds.set(
                Kit.secondary(foot, wording.own("many.renounce"), () -> {
                    area.dispose();
                    answer.accept(false);
                }),
                "import.renounce");
        parent.layout(true, true);
    }

    private static Composite area(Composite parent) {
        Composite area = Kit.box(parent, 1, 0);
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        return area;
    }

    private void fact(Composite facts, String label, String value) {
        Kit.label(facts, wording.own(label), "secondary", SWT.NONE);
        Label text = Kit.label(facts, value, "section", SWT.WRAP);
        GridData wide = Kit.wide();
        wide.widthHint = LEAST;
        text.setLayoutData(wide);
    }

    private void rejects(Composite area, List<Reject> rejects) {
        Kit.label(
                area,
                wording.own(rejects.size() > MOST_LINES ? "rejects.first" : "rejects.title", MOST_LINES),
                "section",
                SWT.NONE);
        Table table = Kit.table(
                area,
                List.of(wording.own("rejects.line"), wording.own("rejects.column"), wording.own("rejects.reason")),
                100,
                220,
                640);
        TestIds.set(table, "import.rejects");
        ((GridData) table.getLayoutData()).heightHint = LEAST;
        rejects.stream()
                .limit(MOST_LINES)
                .forEach(reject -> new TableItem(table, SWT.NONE).setText(new String[] {
                    wording.number(reject.line()), reject.column().orElse(""), wording.text(reject.reason())
                }));
    }
}
