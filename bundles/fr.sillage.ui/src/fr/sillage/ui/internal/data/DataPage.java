package fr.sillage.ui.internal.data;

import fr.sillage.api.data.Field;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.imports.Treatment;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.Page;
import fr.sillage.ui.page.PageContext;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** The data sets of the community; with a data set's id as argument its columns and what it can answer. */
public final class DataPage implements Page {
    private PageContext context;
    private Messages messages;

    @Override
    public void create(Composite parent, PageContext page) {
        context = page;
        messages = Messages.of(DataPage.class, page.locale());
        parent.setLayout(Kit.grid(1, Kit.PAGE_MARGIN, 16));
        CommunityContext community = page.community().orElseThrow();
        List<DataSet> all = page.service(SiloStore.class).open(community).dataSets();
        all.stream()
                .filter(d -> d.id().equals(wanted()))
                .findFirst()
                .ifPresentOrElse(d -> one(parent, d, community), () -> list(parent, all, community));
    }

    private DataSetId wanted() {
        return context.argument().isEmpty() ? DataSetId.random() : new DataSetId(UUID.fromString(context.argument()));
    }

    private void list(Composite parent, List<DataSet> all, CommunityContext community) {
        Composite head = head(parent, messages.get("data.title"), community.may(Right.IMPORT) ? 2 : 1);
        if (community.may(Right.IMPORT)) {
            Kit.primary(head, messages.get("data.import"), () -> context.open("imports", "new"));
        }
        if (all.isEmpty()) {
            Kit.empty(parent, messages.get("data.empty.title"), messages.get("data.empty.text"));
            return;
        }
        Table table = Kit.table(
                parent,
                List.of(
                        messages.get("data.name"),
                        messages.get("data.rows"),
                        messages.get("data.columns"),
                        messages.get("data.imported")),
                420,
                130,
                130,
                240);
        TestIds.set(table, "datasets");
        for (DataSet dataSet : all) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(new String[] {
                dataSet.name(), number(dataSet.rows()), number(dataSet.fields().size()), when(dataSet)
            });
        }
        Kit.opens(
                table, index -> context.open("data", all.get(index).id().value().toString()));
    }

    private void one(Composite parent, DataSet dataSet, CommunityContext community) {
        Composite head = head(parent, dataSet.name(), 2);
        Kit.secondary(head, messages.get("data.back"), () -> context.open("data", ""));
        Label facts = Kit.label(
                parent,
                messages.get(
                        "data.facts",
                        number(dataSet.rows()),
                        number(dataSet.fields().size()),
                        when(dataSet),
                        dataSet.version()),
                "secondary",
                SWT.WRAP);
        facts.setLayoutData(Kit.wide());
        if (!dataSet.attribution().isEmpty()) {
            Kit.label(parent, messages.get("data.attribution", dataSet.attribution()), "small", SWT.WRAP)
                    .setLayoutData(Kit.wide());
        }
        if (community.may(Right.RUN_ANALYSES)) {
            answers(parent, dataSet);
        }
        Table table = Kit.table(
                parent,
                List.of(
                        messages.get("data.column"),
                        messages.get("data.type"),
                        messages.get("data.role"),
                        messages.get("data.privacy"),
                        messages.get("data.treatment")),
                280,
                150,
                200,
                180,
                180);
        Map<String, String> treatments = treatments(dataSet, community);
        for (Field field : dataSet.fields()) {
            TableItem item = new TableItem(table, SWT.NONE);
            String roles = field.roles().stream()
                    .map(role -> Words.role(messages, role))
                    .sorted()
                    .collect(Collectors.joining(", "));
            item.setText(new String[] {
                field.name(),
                Words.type(messages, field.type()),
                roles,
                Words.privacy(messages, field.privacy()),
                treatments.getOrDefault(field.name(), "")
            });
        }
    }

    /** By the name of a column what was done to it when it was imported. */
    private Map<String, String> treatments(DataSet dataSet, CommunityContext community) {
        Map<String, String> treatments = new HashMap<>();
        context.service(SiloStore.class).open(community).imports().stream()
                .filter(done -> done.dataSet().equals(dataSet.id()) && done.version() == dataSet.version())
                .flatMap(done -> done.plan().stream())
                .flatMap(plan -> plan.columns().stream())
                .forEach(column -> treatments.put(column.field().name(), treatment(column.treatment())));
        return treatments;
    }

    private String treatment(Treatment treatment) {
        return treatment.keeps()
                ? messages.get("treatment.keep")
                : context.service(Extensions.class)
                        .anonymizer(treatment.anonymizer())
                        .map(a -> a.name(context.locale()))
                        .orElse(treatment.anonymizer());
    }

    private void answers(Composite parent, DataSet dataSet) {
        Composite card = Kit.card(parent, 1);
        card.setLayoutData(Kit.wide());
        Kit.label(card, messages.get("data.answers"), "section", SWT.NONE);
        for (AnalysisDescriptor analysis : context.service(Extensions.class).analyses()) {
            Composite line = Kit.box(card, 2, 0);
            line.setLayoutData(Kit.wide());
            Label text = Kit.label(line, analysis.description(context.locale()), "", SWT.WRAP);
            text.setLayoutData(Kit.wide());
            Button open = Kit.secondary(
                    line,
                    analysis.name(context.locale()),
                    () -> context.open(
                            "analysis", analysis.id() + "|" + dataSet.id().value()));
            TestIds.set(open, "open." + analysis.alias());
        }
    }

    private Composite head(Composite parent, String title, int columns) {
        Composite head = Kit.box(parent, columns, 0);
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        Kit.title(head, title).setLayoutData(Kit.wide());
        return head;
    }

    private String number(long value) {
        return NumberFormat.getIntegerInstance(context.locale()).format(value);
    }

    private String when(DataSet dataSet) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(context.locale())
                .format(dataSet.imported().atZone(ZoneId.systemDefault()));
    }
}
