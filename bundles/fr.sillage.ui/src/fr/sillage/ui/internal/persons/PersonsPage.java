package fr.sillage.ui.internal.persons;

import fr.sillage.core.community.Communities;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.persons.PersonRequests;
import fr.sillage.core.silo.Erasure;
import fr.sillage.ui.internal.jobs.PageJob;
import fr.sillage.ui.kit.FittedColumns;
import fr.sillage.ui.kit.Formats;
import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.kit.Question;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.Page;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where requests of persons are answered: what names a person is erased with all rows, and what was erased is listed. */
public final class PersonsPage implements Page {
    private static final Logger LOG = LoggerFactory.getLogger(PersonsPage.class);
    private static final int[] SHARES = {30, 30, 15, 25};
    private static final int MOST_SIGNS = 400;
    private static final int FIELD_WIDTH = 360;

    private PageContext page;
    private CommunityContext community;
    private Messages messages;
    private PageJob job;
    private Text person;
    private Button erase;
    private Composite told;
    private Composite done;

    @Override
    public void create(Composite parent, PageContext context) {
        page = context;
        community = context.community().orElseThrow();
        messages = Messages.of(PersonsPage.class, context.locale());
        job = new PageJob(context, community);
        parent.addListener(SWT.Dispose, event -> job.close());
        parent.setLayout(Kit.grid(1, Kit.PAGE_MARGIN, 16));
        Kit.title(parent, messages.get("title")).setLayoutData(Kit.wide());
        request(parent);
        told = Kit.box(parent, 1, 0);
        told.setLayoutData(Kit.wide());
        done = Kit.box(parent, 1, 0);
        done.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        list();
    }

    private void request(Composite parent) {
        Composite card = Kit.card(parent, 1);
        card.setLayoutData(Kit.wide());
        Kit.label(card, messages.get("erase.title"), "section", SWT.WRAP).setLayoutData(Kit.wide());
        Kit.text(card, messages.get("erase.text")).setLayoutData(Kit.wide());
        person = Kit.field(card, messages.get("erase.person"), SWT.SINGLE);
        person.setTextLimit(MOST_SIGNS);
        GridData place = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
        place.widthHint = FIELD_WIDTH;
        place.heightHint = ((GridData) person.getLayoutData()).heightHint;
        person.setLayoutData(place);
        TestIds.set(person, "persons.person");
        erase = Kit.button(card, messages.get("erase.button"), "danger", this::ask);
        TestIds.set(erase, "persons.erase");
    }

    private void ask() {
        String named = person.getText();
        if (named.isBlank()) {
            tell("danger", messages.get("erase.nobody"));
            person.setFocus();
            return;
        }
        Question.ask(
                erase,
                messages.get("question.title"),
                messages.get("question.text"),
                messages.get("question.agree"),
                messages.get("question.renounce"),
                () -> start(named));
    }

    private void start(String named) {
        erase.setEnabled(false);
        tell("info", messages.get("erase.running"));
        job.start(
                control -> page.service(PersonRequests.class).erase(community, named, control),
                new PageJob.Listener<>(
                        state -> {}, this::erased, () -> ended("warning", "erase.cancelled"), failure -> {
                            LOG.error(
                                    "an erasure failed: {}", failure.getClass().getName()); // its words may quote data
                            ended("danger", "erase.failed");
                        }));
    }

    private void erased(Erasure erasure) {
        person.setText("");
        if (erasure.dataSets() == 0) {
            ended("info", "erase.none");
        } else {
            ended("info", erasure.completed().isPresent() ? "erase.done" : "erase.waiting", erasure.dataSets());
        }
    }

    private void ended(String kind, String key, Object... arguments) {
        erase.setEnabled(true);
        tell(kind, messages.get(key, arguments));
        list();
    }

    private void tell(String kind, String sentence) {
        clear(told);
        Composite notice = Kit.notice(told, kind, sentence);
        notice.setLayoutData(Kit.wide());
        TestIds.set(notice.getChildren()[0], "persons.told");
        told.getParent().layout(true, true);
    }

    private static void clear(Composite box) {
        for (Control child : box.getChildren()) {
            child.dispose();
        }
    }

    private void list() {
        clear(done);
        List<Erasure> erasures = page.service(PersonRequests.class).erasures(community);
        if (erasures.isEmpty()) {
            Kit.empty(done, messages.get("empty.title"), messages.get("empty.text"));
        } else {
            Kit.label(done, messages.get("list.title"), "section", SWT.NONE);
            table(erasures);
        }
        done.getParent().layout(true, true);
    }

    private void table(List<Erasure> erasures) {
        Table table = Kit.table(
                done,
                List.of(
                        messages.get("list.when"),
                        messages.get("list.by"),
                        messages.get("list.sets"),
                        messages.get("list.state")),
                SHARES);
        table.setData(RWT.MARKUP_ENABLED, Boolean.TRUE);
        FittedColumns.fit(table, SHARES);
        TestIds.set(table, "persons.erasures");
        Kit.alignRight(table, 2);
        for (Erasure erasure : erasures) {
            new TableItem(table, SWT.NONE).setText(new String[] {
                Formats.time(erasure.erased(), page.locale()),
                Html.escape(page.service(Communities.class)
                        .nameOf(community, erasure.by())
                        .orElse("–")),
                Formats.number(erasure.dataSets(), page.locale()),
                erasure.completed().isPresent()
                        ? Html.tag(messages.get("list.completed"), "ok")
                        : Html.tag(messages.get("list.waiting"), "neutral")
            });
        }
    }
}
