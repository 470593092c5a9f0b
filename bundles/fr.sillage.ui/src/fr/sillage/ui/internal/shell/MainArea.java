package fr.sillage.ui.internal.shell;

import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.Account;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.ui.internal.jobs.JobIndicator;
import fr.sillage.ui.internal.jobs.JobsPage;
import fr.sillage.ui.kit.Access;
import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Icons;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Header, navigation and the current page. */
final class MainArea {
    private static final Logger LOG = LoggerFactory.getLogger(MainArea.class);
    private static final int HEADER_HEIGHT = 52;
    private static final int NAVIGATION_WIDTH = 208;
    private static final int LONGEST_NAME = 28;
    private static final List<String> SECTIONS = List.of("work", "community", "platform");

    private final BrowserSession session;
    private final Messages messages;
    private final Account account;
    private final Optional<CommunityContext> context;
    private final List<PageEntry> pages;
    private final Map<PageEntry, Button> entries = new HashMap<>();
    private Optional<JobIndicator> indicator = Optional.empty();
    private Composite work;

    MainArea(BrowserSession session) {
        this.session = session;
        this.messages = Messages.of(MainArea.class, session.locale());
        this.account = session.account().orElseThrow();
        this.context = session.context();
        this.pages = PageEntry.all().stream()
                .filter(p -> p.isFor(context, account.administrator()))
                .toList();
    }

    void create(Composite parent) {
        Composite all = new Composite(parent, SWT.NONE);
        all.setLayout(Kit.grid(2, 0, 0));
        header(all);
        navigation(all);
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

    private void header(Composite all) {
        Composite header = new Composite(all, SWT.NONE);
        header.setData(RWT.CUSTOM_VARIANT, "header");
        Access.role(header, "banner", "Sillage");
        header.setLayout(Kit.grid(7, 8, 12));
        GridData place = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
        place.heightHint = HEADER_HEIGHT;
        header.setLayoutData(place);
        Label brand = Kit.markup(header, Icons.before("logo", Icons.PRIMARY, "Sillage"));
        brand.setData(RWT.CUSTOM_VARIANT, "brand");
        GridData brandPlace = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
        brandPlace.horizontalIndent = 14;
        brandPlace.widthHint = NAVIGATION_WIDTH - 22;
        brand.setLayoutData(brandPlace);
        communityChoice(header);
        Label space = Kit.label(header, "", "", SWT.NONE);
        space.setLayoutData(Kit.wide());
        jobs(header);
        who(header);
        Combo language = Kit.combo(
                header, List.of("Français", "English"), session.locale().equals(Locale.ENGLISH) ? 1 : 0);
        ((GridData) language.getLayoutData()).widthHint = 110;
        language.addListener(
                SWT.Selection,
                event -> session.setLocale(language.getSelectionIndex() == 1 ? Locale.ENGLISH : Locale.FRENCH));
        Access.name(language, messages.get("header.language"));
        TestIds.set(language, "language");
        TestIds.set(
                Kit.iconButton(header, "log-out", messages.get("header.signout"), "link", session::signOut), "signout");
    }

    /** However long the name: the sign-out beside it stays in the window. */
    private void who(Composite header) {
        String name = account.name();
        String shown = name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
        Label who = Kit.markup(header, Icons.before("circle-user-round", Icons.INK, shown));
        who.setToolTipText(Html.visible(name));
    }

    private void jobs(Composite header) {
        Composite place = Kit.box(header, 1, 0);
        pages.stream().filter(page -> page.id().equals(JobsPage.ID)).findFirst().ifPresent(page -> {
            JobIndicator shown = new JobIndicator(place, new Context(page, ""));
            shown.start();
            indicator = Optional.of(shown);
        });
    }

    private void communityChoice(Composite header) {
        List<Community> mine = session.communities();
        if (context.isEmpty()) {
            Kit.label(header, "", "", SWT.NONE);
        } else {
            int current = mine.indexOf(context.get().community());
            Combo choice = Kit.combo(header, mine.stream().map(Community::name).toList(), current);
            ((GridData) choice.getLayoutData()).widthHint = 260;
            choice.addListener(
                    SWT.Selection,
                    event -> session.choose(mine.get(choice.getSelectionIndex()).id()));
            Access.name(choice, messages.get("header.community"));
            TestIds.set(choice, "community");
        }
    }

    private void navigation(Composite all) {
        Composite navigation = new Composite(all, SWT.NONE);
        navigation.setData(RWT.CUSTOM_VARIANT, "navigation");
        Access.role(navigation, "navigation", messages.get("navigation"));
        navigation.setLayout(Kit.grid(1, 10, 4));
        GridData place = new GridData(SWT.FILL, SWT.FILL, false, true);
        place.widthHint = NAVIGATION_WIDTH;
        navigation.setLayoutData(place);
        for (String section : SECTIONS) {
            List<PageEntry> here =
                    pages.stream().filter(p -> p.section().equals(section)).toList();
            if (!here.isEmpty() && !section.equals("work")) {
                caption(navigation, messages.get("section." + section));
            }
            here.forEach(page -> entry(navigation, page));
        }
    }

    /** In a box of its own: the layout does not set a centred label apart by an indent. */
    private static void caption(Composite navigation, String text) {
        Composite box = Kit.box(navigation, 1, 0);
        GridLayout room = (GridLayout) box.getLayout();
        room.marginTop = Kit.GAP;
        room.marginLeft = 10;
        box.setLayoutData(Kit.wide());
        Kit.label(box, text, "caption", SWT.NONE).setLayoutData(Kit.wide());
    }

    private void entry(Composite navigation, PageEntry page) {
        Button entry = Kit.button(navigation, "", "nav", () -> open(page.id(), ""));
        entry.setData(RWT.MARKUP_ENABLED, Boolean.TRUE);
        entry.setAlignment(SWT.LEFT);
        GridData wide = Kit.wide();
        wide.heightHint = Kit.CONTROL_HEIGHT - 2;
        entry.setLayoutData(wide);
        TestIds.set(entry, "nav." + page.id());
        entries.put(page, entry);
    }

    private void mark(String current) {
        entries.forEach((page, button) -> {
            boolean here = page.id().equals(current);
            String label = page.label(session.locale());
            String colour = here ? Icons.PRIMARY : Icons.INK;
            button.setData(RWT.CUSTOM_VARIANT, here ? "navSelected" : "nav");
            Access.current(button, here);
            button.setText(
                    page.icon().map(icon -> Icons.before(icon, colour, label)).orElseGet(() -> Html.escape(label)));
        });
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
            mark(entry.within());
            indicator.filter(i -> id.equals(JobsPage.ID)).ifPresent(JobIndicator::seen);
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
            Kit.notice(page, "danger", messages.get("page.failed")).setLayoutData(Kit.wide());
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
