package fr.sillage.ui.internal.imports;

import fr.sillage.core.community.Right;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** What was imported, the latest first. */
final class ImportList {
    private final PageContext page;
    private final Wording wording;

    ImportList(PageContext page, Wording wording) {
        this.page = page;
        this.wording = wording;
    }

    void show(Composite parent, List<ImportRecord> imports) {
        boolean may = page.community().filter(c -> c.may(Right.IMPORT)).isPresent();
        Composite head = Kit.box(parent, may ? 2 : 1, 0);
        head.setLayoutData(Kit.wide());
        Kit.title(head, wording.own("list.title")).setLayoutData(Kit.wide());
        if (may) {
            TestIds.set(Kit.primary(head, wording.own("list.new"), () -> page.open("imports", "new")), "import.new");
        }
        if (imports.isEmpty()) {
            Kit.empty(parent, wording.own("list.empty.title"), wording.own("list.empty.text"));
            return;
        }
        Table table = Kit.table(
                parent,
                List.of(
                        wording.own("list.file"),
                        wording.own("list.dataset"),
                        wording.own("list.date"),
                        wording.own("list.read"),
                        wording.own("list.stored"),
                        wording.own("list.rejected")),
                250,
                250,
                190,
                100,
                110,
                100);
        TestIds.set(table, "imports");
        for (ImportRecord done : imports) {
            new TableItem(table, SWT.NONE).setText(new String[] {
                done.fileName(),
                done.dataSetName(),
                wording.when(done.finished()),
                wording.number(done.read()),
                wording.number(done.stored()),
                wording.number(done.read() - done.stored())
            });
        }
        table.addListener(
                SWT.Selection,
                event -> page.open(
                        "data",
                        imports.get(table.getSelectionIndex()).dataSet().value().toString()));
    }
}
