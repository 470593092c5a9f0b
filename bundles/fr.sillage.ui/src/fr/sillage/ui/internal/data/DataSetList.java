package fr.sillage.ui.internal.data;

import fr.sillage.core.community.Communities;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.Silo;
import fr.sillage.ui.internal.exports.ExportPage;
import fr.sillage.ui.kit.FittedColumns;
import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** All data sets, with what tells them apart. */
final class DataSetList {
    private static final int[] SHARES = {260, 90, 90, 80, 180, 170, 180};
    private static final int[] NUMBERS = {1, 2, 3};

    private final PageContext page;
    private final DataWording words;
    private final CommunityContext community;

    DataSetList(PageContext page, DataWording words, CommunityContext community) {
        this.page = page;
        this.words = words;
        this.community = community;
    }

    void show(Composite parent, Silo silo) {
        parent.setLayout(Kit.grid(1, Kit.PAGE_MARGIN, 16));
        boolean mayImport = community.may(Right.IMPORT);
        List<DataSet> all = silo.dataSets();
        boolean exporting = !all.isEmpty() && ExportPage.isFor(community);
        Composite head = Kit.box(parent, 1 + (mayImport ? 1 : 0) + (exporting ? 1 : 0), 0);
        head.setLayoutData(Kit.wide());
        Kit.title(head, words.get("data.title")).setLayoutData(Kit.wide());
        if (exporting) {
            TestIds.set(
                    Kit.secondary(head, words.get("data.export"), () -> page.open(ExportPage.ID, "")), "data.export");
        }
        if (mayImport && !all.isEmpty()) {
            importing(head, page, words);
        }
        if (all.isEmpty()) {
            empty(parent, page, words, community);
            return;
        }
        table(parent, all, silo.imports());
    }

    /** What is said where there is no data set, and what to do about it. */
    static void empty(Composite parent, PageContext page, DataWording words, CommunityContext community) {
        boolean mayImport = community.may(Right.IMPORT);
        Composite card = Kit.empty(
                parent, words.get("data.empty.title"), words.get(mayImport ? "data.empty.text" : "data.empty.reader"));
        if (mayImport) {
            importing(card, page, words);
        }
    }

    private static void importing(Composite parent, PageContext page, DataWording words) {
        TestIds.set(Kit.primary(parent, words.get("data.import"), () -> page.open("imports", "new")), "data.import");
    }

    private void table(Composite parent, List<DataSet> all, List<ImportRecord> imports) {
        Table table = Kit.table(
                parent,
                List.of(
                        words.get("data.name"),
                        words.get("data.rows"),
                        words.get("data.columns"),
                        words.get("data.version"),
                        words.get("data.imported"),
                        words.get("data.by"),
                        words.get("data.source")),
                SHARES);
        table.setData(RWT.MARKUP_ENABLED, Boolean.TRUE);
        TestIds.set(table, "datasets");
        FittedColumns.fit(table, SHARES);
        Kit.alignRight(table, NUMBERS);
        for (DataSet dataSet : all) {
            new TableItem(table, SWT.NONE).setText(line(dataSet, imports));
        }
        Kit.fitRows(table);
        table.setSelection(0);
        Kit.opens(table, index -> page.open("data", all.get(index).id().value().toString()));
    }

    private String[] line(DataSet dataSet, List<ImportRecord> imports) {
        Optional<ImportRecord> last = imports.stream()
                .filter(done -> done.dataSet().equals(dataSet.id()) && done.version() == dataSet.version())
                .findFirst();
        Communities communities = page.service(Communities.class);
        return new String[] {
            Html.opens(dataSet.name()),
            words.number(dataSet.rows()),
            words.number(dataSet.fields().size()),
            words.number(dataSet.version()),
            Html.escape(words.time(dataSet.imported())),
            Html.escape(last.flatMap(done -> communities.nameOf(community, done.by()))
                    .orElse("")),
            Html.escape(last.map(done -> words.source(done.source())).orElse(""))
        };
    }
}
