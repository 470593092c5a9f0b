package fr.sillage.ui.internal.saved;

import fr.sillage.core.community.Communities;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.results.SavedAnalyses;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.SavedAnalysis;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.ui.internal.analysis.PageArgument;
import fr.sillage.ui.kit.FittedColumns;
import fr.sillage.ui.kit.Formats;
import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** The analyses that the community keeps, the latest first. */
public final class SavedList {
    private static final int[] SHARES = {22, 16, 30, 16, 16};
    private static final int LEAST = 120;

    private final PageContext page;
    private final CommunityContext community;
    private final Messages messages;

    public SavedList(PageContext page, CommunityContext community) {
        this.page = page;
        this.community = community;
        this.messages = Messages.of(SavedList.class, page.locale());
    }

    /** Shows nothing to who may run analyses as long as there is none: the analyses themselves stand below. */
    public void show(Composite parent) {
        List<SavedAnalysis> all = page.service(SavedAnalyses.class).all(community);
        if (all.isEmpty()) {
            if (!community.may(Right.RUN_ANALYSES)) {
                Kit.empty(parent, messages.get("empty.title"), messages.get("empty.text"));
            }
            return;
        }
        Kit.label(parent, messages.get("list.title"), "section", SWT.NONE);
        Table table = Kit.table(
                parent,
                List.of(
                        messages.get("name"),
                        messages.get("description"),
                        messages.get("list.data"),
                        messages.get("list.by"),
                        messages.get("list.ran")),
                SHARES);
        table.setData(RWT.MARKUP_ENABLED, Boolean.TRUE);
        TestIds.set(table, "saved.list");
        FittedColumns.fit(table, SHARES);
        Silo silo = page.service(SiloStore.class).open(community);
        List<DataSet> dataSets = silo.dataSets();
        all.forEach(saved -> new TableItem(table, SWT.NONE).setText(line(saved, dataSets)));
        Kit.fitRows(table);
        ((GridData) table.getLayoutData()).grabExcessVerticalSpace = false;
        ((GridData) table.getLayoutData()).widthHint = LEAST;
        Kit.opens(
                table,
                index -> page.open(
                        "analysis", new PageArgument.OfSaved(all.get(index).id()).text()));
    }

    private String[] line(SavedAnalysis saved, List<DataSet> dataSets) {
        return new String[] {
            Html.opens(saved.name()),
            Html.escape(saved.description().replaceAll("\\s+", " ")),
            Html.escape(data(saved, dataSets)),
            Html.escape(page.service(Communities.class)
                    .nameOf(community, saved.by())
                    .orElseGet(() -> messages.get("nobody"))),
            Html.escape(Formats.time(saved.ran(), page.locale()))
        };
    }

    private String data(SavedAnalysis saved, List<DataSet> dataSets) {
        Optional<DataSet> now = dataSets.stream()
                .filter(dataSet -> dataSet.id().equals(saved.dataSet()))
                .findFirst();
        if (now.isEmpty()) {
            return messages.get("list.data.gone", saved.dataSetName());
        }
        return now.get().version() == saved.version()
                ? messages.get("list.version", saved.dataSetName(), saved.version())
                : messages.get(
                        "list.version.older",
                        saved.dataSetName(),
                        saved.version(),
                        now.get().version());
    }
}
