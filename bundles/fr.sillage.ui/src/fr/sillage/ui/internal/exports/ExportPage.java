package fr.sillage.ui.internal.exports;

import fr.sillage.core.community.Communities;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.export.ExportJob;
import fr.sillage.core.export.Exports;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobState.Phase;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.core.results.SavedAnalyses;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.ExportRecord;
import fr.sillage.core.silo.SavedAnalysis;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.ui.internal.jobs.RunningJobs;
import fr.sillage.ui.kit.FittedColumns;
import fr.sillage.ui.kit.Formats;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.Page;
import fr.sillage.ui.page.PageContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/**
 * Exports what is published of the community, or of the data set whose id the page was opened with; below, for who reads
 * the audit, who exported what.
 */
public final class ExportPage implements Page {
    public static final String ID = "export";

    private static final int[] SHARES = {30, 30, 13, 13, 14};

    private PageContext page;
    private CommunityContext community;
    private Messages messages;
    private Optional<DataSet> only;
    private Composite list;
    private Composite files;
    /** Those that were started here: their file comes by itself. */
    private final Set<JobId> awaited = new HashSet<>();

    private final Set<JobId> offered = new HashSet<>();

    /** Whether there is anything on the page for a member. */
    public static boolean isFor(CommunityContext community) {
        return community.may(Right.EXPORT_RESULTS) || community.may(Right.READ_AUDIT);
    }

    @Override
    public void create(Composite parent, PageContext context) {
        page = context;
        community = context.community().orElseThrow();
        messages = Messages.of(ExportPage.class, context.locale());
        List<DataSet> all = page.service(SiloStore.class).open(community).dataSets();
        only = id(context.argument())
                .flatMap(id ->
                        all.stream().filter(dataSet -> dataSet.id().equals(id)).findFirst());
        parent.setLayout(Kit.grid(1, Kit.PAGE_MARGIN, 16));
        Composite head = Kit.box(parent, 2, 0);
        head.setLayoutData(Kit.wide());
        Kit.title(head, only.map(one -> messages.get("title.one", one.name())).orElseGet(() -> messages.get("title")))
                .setLayoutData(Kit.wide());
        String back = only.map(one -> one.id().value().toString()).orElse("");
        TestIds.set(
                Kit.iconButton(
                        head,
                        "arrow-left",
                        messages.get(only.isPresent() ? "back.one" : "back"),
                        "secondary",
                        () -> page.open("data", back)),
                "export.back");
        if (!isFor(community)) {
            Kit.empty(parent, messages.get("denied.title"), messages.get("denied.text"));
            return;
        }
        files = Kit.box(parent, 1, 0);
        GridData nowhere = new GridData();
        nowhere.exclude = true;
        files.setLayoutData(nowhere);
        if (community.may(Right.EXPORT_RESULTS)) {
            card(parent, only.map(List::of).orElse(all));
        }
        list = Kit.box(parent, 1, 0);
        list.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        made();
    }

    private static Optional<DataSetId> id(String argument) {
        try {
            return argument.isEmpty() ? Optional.empty() : Optional.of(new DataSetId(UUID.fromString(argument)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void card(Composite parent, List<DataSet> data) {
        List<SavedAnalysis> saved = page.service(SavedAnalyses.class).all(community).stream()
                .filter(one -> only.isEmpty() || one.dataSet().equals(only.get().id()))
                .toList();
        if (data.isEmpty() && saved.isEmpty()) {
            Composite card = Kit.empty(parent, messages.get("empty.title"), messages.get("empty.text"));
            if (community.may(Right.IMPORT)) {
                Kit.primary(card, messages.get("empty.import"), () -> page.open("imports", "new"));
            }
            return;
        }
        Composite card = Kit.card(parent, 1);
        card.setLayoutData(Kit.wide());
        Kit.label(card, messages.get("what.title"), "section", SWT.WRAP).setLayoutData(Kit.wide());
        String content = messages.get("what.content", data.size(), saved.size());
        TestIds.set(sentence(card, content, ""), "export.content");
        sentence(card, messages.get("what.text"), "");
        sentence(card, messages.get("what.seen"), "secondary");
        if (saved.isEmpty()) {
            Composite notice = Kit.notice(card, "info", messages.get("none.saved"));
            notice.setLayoutData(Kit.wide());
        }
        Composite actions = Kit.box(card, 2, 0);
        Button export = Kit.primary(actions, messages.get("export"), this::start);
        TestIds.set(export, "export.start");
        if (saved.isEmpty()) {
            Kit.secondary(actions, messages.get("none.saved.open"), () -> page.open("analyses", ""));
        }
        new RunningJobs(page, community, ExportJob.KIND, this::isShown, jobs -> changed(export, jobs)).show(parent);
    }

    private static Control sentence(Composite card, String text, String variant) {
        Control label = Kit.label(card, text, variant, SWT.WRAP);
        label.setLayoutData(Kit.wide());
        return label;
    }

    private boolean isShown(JobInfo job) {
        boolean own = job.user().equals(community.account().id());
        return own && (awaited.contains(job.id()) || !job.state().ended());
    }

    private void start() {
        ExportJob job = new ExportJob(page.locale(), only.map(DataSet::id));
        awaited.add(page.service(Jobs.class)
                .submit(community, job.spec(only.map(DataSet::name).orElse("")), ExportRecord.class)
                .id());
    }

    private void changed(Button export, List<JobInfo> jobs) {
        export.setEnabled(jobs.stream().allMatch(job -> job.state().ended()));
        jobs.stream()
                .filter(job -> job.state().phase() == Phase.DONE && awaited.contains(job.id()))
                .filter(job -> offered.add(job.id()))
                .forEach(job -> {
                    new ExportedFile(page, community, job.id()).offer(files);
                    made();
                });
    }

    private void made() {
        if (!community.may(Right.READ_AUDIT)) {
            return;
        }
        Stream.of(list.getChildren()).forEach(Control::dispose);
        List<ExportRecord> records = page.service(Exports.class).made(community);
        Kit.label(list, messages.get("list.title"), "section", SWT.NONE);
        if (records.isEmpty()) {
            sentence(list, messages.get("list.none"), "secondary");
        } else {
            table(records);
        }
        list.layout(true, true);
    }

    private void table(List<ExportRecord> records) {
        Table table = Kit.table(
                list,
                List.of(
                        messages.get("list.when"),
                        messages.get("list.by"),
                        messages.get("list.sets"),
                        messages.get("list.results"),
                        messages.get("list.withheld")),
                SHARES);
        FittedColumns.fit(table, SHARES);
        TestIds.set(table, "export.made");
        Kit.alignRight(table, 2, 3, 4);
        for (ExportRecord record : records) {
            new TableItem(table, SWT.NONE).setText(new String[] {
                Formats.time(record.exported(), page.locale()),
                page.service(Communities.class).nameOf(community, record.by()).orElse("–"),
                Formats.number(record.dataSets(), page.locale()),
                Formats.number(record.results(), page.locale()),
                Formats.number(record.withheld(), page.locale())
            });
        }
    }
}
