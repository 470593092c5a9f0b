package fr.sillage.ui.internal.data;

import fr.sillage.core.community.Communities;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.ui.kit.FittedColumns;
import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** The versions of a data set: who imported what, when, and how many rows. */
final class VersionsCard {
    private static final int[] SHARES = {100, 120, 220, 160, 190, 90, 100, 90};
    private static final int[] NUMBERS = {5, 6, 7};
    private static final int MOST_ROWS = 6;
    private static final int ROW_HEIGHT = 36;
    private static final int HEADER = 38;
    private static final int LEAST = 200;

    private final PageContext page;
    private final DataWording words;
    private final CommunityContext community;
    private final DataSet dataSet;
    private final List<DataSet> kept;

    /** @param kept versions that can be gone back to */
    VersionsCard(PageContext page, DataWording words, CommunityContext community, DataSet dataSet, List<DataSet> kept) {
        this.page = page;
        this.words = words;
        this.community = community;
        this.dataSet = dataSet;
        this.kept = kept;
    }

    /** @param imports of this data set, the latest first */
    void show(Composite parent, List<ImportRecord> imports) {
        if (imports.isEmpty()) {
            return;
        }
        Kit.label(parent, words.get("versions.title"), "section", SWT.NONE);
        Table table = Kit.table(
                parent,
                List.of(
                        words.get("versions.version"),
                        words.get("versions.effect"),
                        words.get("versions.file"),
                        words.get("versions.date"),
                        words.get("versions.by"),
                        words.get("versions.read"),
                        words.get("versions.stored"),
                        words.get("versions.rejected")),
                SHARES);
        table.setData(RWT.MARKUP_ENABLED, Boolean.TRUE);
        TestIds.set(table, "data.versions");
        Kit.alignRight(table, NUMBERS);
        GridData place = new GridData(SWT.FILL, SWT.TOP, true, false);
        place.widthHint = LEAST;
        place.heightHint = HEADER + ROW_HEIGHT * Math.min(imports.size(), MOST_ROWS);
        table.setLayoutData(place);
        FittedColumns.fit(table, SHARES);
        GoingBack back = new GoingBack(page, words, community, dataSet, kept, imports);
        imports.forEach(done -> new TableItem(table, SWT.NONE)
                .setText(small(line(done, back.version(done).isPresent()))));
        back.show(parent, table);
    }

    private static String[] small(String... cells) {
        return Stream.of(cells).map(Html::small).toArray(String[]::new);
    }

    private String[] line(ImportRecord done, boolean keeps) {
        String version = words.number(done.version());
        return new String[] {
            done.undone().isPresent()
                    ? words.get("versions.undone", version)
                    : done.version() == dataSet.version()
                            ? words.get("versions.current", version)
                            : keeps ? words.get("versions.kept", version) : version,
            words.get("mode." + done.mode().name()),
            done.fileName(),
            words.time(done.finished()),
            page.service(Communities.class).nameOf(community, done.by()).orElse(words.get("versions.nobody")),
            words.number(done.read()),
            words.number(done.stored()),
            words.number(done.rejected())
        };
    }
}
