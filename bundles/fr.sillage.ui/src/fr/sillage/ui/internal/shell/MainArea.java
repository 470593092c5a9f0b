package fr.sillage.ui.internal.shell;

import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.Account;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.silo.NotWritableException;
import fr.sillage.ui.internal.jobs.JobsPage;
import fr.sillage.ui.kit.Access;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Header, navigation and the current page. */
final class MainArea {
    private static final Logger LOG = LoggerFactory.getLogger(MainArea.class);

    private final BrowserSession session;
    private final Messages messages;
    private final Account account;
    private final Optional<CommunityContext> context;
    private final List<PageEntry> pages;
    private final Header header;
    private final Navigation navigation;
    private Composite work;

    MainArea(BrowserSession session) {
        this.session = session;
        this.messages = Messages.of(MainArea.class, session.locale());
        this.account = session.account().orElseThrow();
        this.context = session.context();
        this.pages = PageEntry.all().stream()
                .filter(p -> p.isFor(context, account.administrator()))
                .toList();
        this.header = new Header(
                session,
                messages,
                pages.stream()
                        .filter(page -> page.id().equals(JobsPage.ID))
                        .findFirst()
                        .map(page -> new Context(page, "")));
        this.navigation = new Navigation(session, messages, pages, page -> open(page.id(), ""));
    }

    void create(Composite parent) {
        Composite all = new Composite(parent, SWT.NONE);
        all.setLayout(Kit.grid(2, 0, 0));
        header.create(all);
        navigation.create(all);
        work = new Composite(all, SWT.NONE);
        work.setLayout(new FillLayout());
        Access.role(work, "main", "");
        work.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Optional<PageEntry> first =
                pages.stream().filter(p -> !p.section().equals("none")).findFirst();
        session.address()
                .filter(this::isHere)
                .or(() -> first.map(page -> address(page.id(), "")))
                .ifPresentOrElse(
                        start -> {
                            session.begin(start);
                            open(start.page(), start.argument());
                        },
                        this::nothing);
    }

    /** Whether an address leads to a page of this community that the person may see. */
    private boolean isHere(Address address) {
        return pages.stream().anyMatch(page -> page.id().equals(address.page()))
                && address.community()
                        .equals(context.map(here -> here.community().id()));
    }

    private Address address(String page, String argument) {
        return new Address(context.map(here -> here.community().id()), page, argument);
    }

    private void nothing() {
        Composite page = Kit.box(work, 1, Kit.PAGE_MARGIN);
        Kit.empty(page, messages.get("nowhere.title"), messages.get("nowhere.text"));
    }

    private void open(String id, String argument) {
        for (Control child : work.getChildren()) {
            child.dispose();
        }
        Composite parent = new Composite(work, SWT.NONE);
        try {
            PageEntry entry =
                    pages.stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
            navigation.mark(entry.within());
            if (id.equals(JobsPage.ID)) {
                header.jobsSeen();
            }
            note(entry, argument);
            entry.create().create(parent, new Context(entry, argument));
        } catch (AccessDeniedException e) { // taken out of the community, or given another profile, meanwhile
            parent.dispose();
            Composite page = Kit.box(work, 1, Kit.PAGE_MARGIN);
            Kit.notice(page, "warning", messages.get("page.denied")).setLayoutData(Kit.wide());
        } catch (Exception | LinkageError e) { // a page that fails must not take the others along
            LOG.error("page {} failed", id, e);
            parent.dispose();
            Composite page = Kit.box(work, 1, Kit.PAGE_MARGIN);
            Kit.notice(
                            page,
                            "danger",
                            messages.get(NotWritableException.isBehind(e) ? "page.unwritable" : "page.failed"))
                    .setLayoutData(Kit.wide());
        }
        work.layout(true, true);
        if (work.getDisplay().getFocusControl() == null) {
            work.setFocus(); // what led here is gone, and the keys would go nowhere
        }
    }

    private void note(PageEntry page, String argument) {
        session.at(address(page.id(), argument), page.label(session.locale()) + " · Sillage");
    }

    /** What the current page may know and do. */
    private final class Context implements PageContext {
        private final PageEntry page;
        private final String argument;

        Context(PageEntry page, String argument) {
            this.page = page;
            this.argument = argument;
        }

        @Override
        public Account account() {
            return account;
        }

        @Override
        public Optional<CommunityContext> community() {
            return context;
        }

        @Override
        public Locale locale() {
            return session.locale();
        }

        @Override
        public <T> T service(Class<T> type) {
            return session.service(type);
        }

        @Override
        public void open(String page, String next) {
            MainArea.this.open(page, next);
        }

        @Override
        public String argument() {
            return argument;
        }

        @Override
        public void became(String now) {
            note(page, now);
        }

        @Override
        public void later(Runnable work) {
            session.push().later(work);
        }

        @Override
        public Runnable awake() {
            return session.push().awake();
        }
    }
}
