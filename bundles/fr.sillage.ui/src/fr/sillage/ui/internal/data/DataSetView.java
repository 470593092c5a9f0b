package fr.sillage.ui.internal.data;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.RowKind;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.Treatment;
import fr.sillage.core.overview.ColumnOverview;
import fr.sillage.core.overview.Overviews;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.text.Texts;
import fr.sillage.ui.internal.exports.ExportPage;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Labels;
import fr.sillage.ui.kit.Scrolled;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** One data set: how it is protected, what it can answer, its columns and its versions. */
final class DataSetView {
    private final PageContext page;
    private final DataWording words;
    private final CommunityContext community;
    private final DataSet dataSet;
    private final List<ColumnLine> lines = new ArrayList<>();
    private Runnable asleep = () -> {};
    private Label facts;
    private ColumnsPane columns;
    private int told;

    DataSetView(PageContext page, DataWording words, CommunityContext community, DataSet dataSet) {
        this.page = page;
        this.words = words;
        this.community = community;
        this.dataSet = dataSet;
    }

    /**
     * @param imports of all data sets, the latest first
     * @param kept versions of this one that can be gone back to
     */
    void show(Composite parent, List<ImportRecord> imports, List<DataSet> kept) {
        List<ImportRecord> own = imports.stream()
                .filter(done -> done.dataSet().equals(dataSet.id()))
                .toList();
        List<ColumnPlan> plan = own.stream()
                .filter(done -> done.version() == dataSet.version())
                .flatMap(done -> done.plan().stream())
                .findFirst()
                .map(p -> p.columns())
                .orElse(List.of());
        Map<String, Treatment> treatments =
                plan.stream().collect(Collectors.toMap(column -> column.field().name(), ColumnPlan::treatment));
        for (Field field : dataSet.fields()) {
            lines.add(new ColumnLine(field, Optional.ofNullable(treatments.get(field.name()))));
        }
        Scrolled scrolled = Scrolled.in(parent);
        Composite content = scrolled.content();
        head(content);
        new ProtectionNotice(words, dataSet.fields(), plan).show(content);
        if (community.may(Right.RUN_ANALYSES)) {
            new AnswersCard(page, words, dataSet, scrolled::fit).show(content);
        }
        columns = new ColumnsPane(words, lines, scrolled::fit);
        columns.show(content);
        new VersionsCard(page, words, community, dataSet, kept).show(content, own);
        compute(content);
    }

    private void head(Composite content) {
        boolean exporting = community.may(Right.EXPORT_RESULTS);
        Composite head = Kit.box(content, exporting ? 3 : 2, 0);
        head.setLayoutData(Kit.wide());
        Composite names = Kit.box(head, 1, 0);
        names.setLayout(Kit.grid(1, 0, 2));
        names.setLayoutData(Kit.wide());
        Kit.title(names, dataSet.name()).setLayoutData(Kit.wide());
        facts = Kit.label(names, facts(OptionalLong.empty()), "small", SWT.WRAP);
        facts.setLayoutData(Kit.wide());
        TestIds.set(facts, "data.facts");
        if (!dataSet.attribution().isEmpty()) {
            Kit.label(names, words.get("data.attribution", dataSet.attribution()), "small", SWT.WRAP)
                    .setLayoutData(Kit.wide());
        }
        if (exporting) {
            String id = dataSet.id().value().toString();
            TestIds.set(
                    Kit.secondary(head, words.get("data.export"), () -> page.open(ExportPage.ID, id)), "data.export");
        }
        TestIds.set(
                Kit.iconButton(head, "arrow-left", words.get("data.all"), "secondary", () -> page.open("data", "")),
                "data.all");
    }

    private String facts(OptionalLong persons) {
        String rows = page.service(Texts.class).rows(RowKind.of(dataSet.fields()), words.locale());
        String counted = persons.isPresent() && RowKind.of(dataSet.fields()) != RowKind.ROW
                ? words.get("data.rows.persons", words.number(dataSet.rows()), rows, words.number(persons.getAsLong()))
                : words.get("data.rows.only", words.number(dataSet.rows()), rows);
        return words.get(
                "data.facts", counted, dataSet.fields().size(), words.time(dataSet.imported()), dataSet.version());
    }

    /** Begins to look at the columns; ends when all are told or the page goes. */
    private void compute(Composite content) {
        asleep = page.awake();
        Runnable end = page.service(Overviews.class)
                .compute(
                        community, dataSet.id(), (index, overview) -> page.later(() -> tell(content, index, overview)));
        content.addListener(SWT.Dispose, event -> {
            end.run();
            asleep.run();
        });
    }

    private void tell(Composite content, int index, Optional<ColumnOverview> overview) {
        if (content.isDisposed()) {
            return;
        }
        ColumnLine line = lines.get(index).with(overview);
        columns.tell(index, line);
        if (line.persons().isPresent()) {
            facts.setText(Labels.plain(facts(line.persons())));
        }
        if (++told == dataSet.fields().size()) {
            asleep.run();
        }
    }
}
