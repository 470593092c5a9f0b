package fr.sillage.ui.internal.shell;

import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.figure.ShortLabel;
import fr.sillage.ui.internal.jobs.JobIndicator;
import fr.sillage.ui.kit.Access;
import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Icons;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** The platform's name, the community, the person and their work; above all pages. */
final class Header {
    private static final int HEIGHT = 52;
    private static final int LONGEST_NAME = 32;

    private final BrowserSession session;
    private final Messages messages;
    private final Optional<CommunityContext> context;
    private final Optional<PageContext> jobs;
    private Optional<JobIndicator> indicator = Optional.empty();

    /** @param jobs the page of jobs, where the person has one */
    Header(BrowserSession session, Messages messages, Optional<PageContext> jobs) {
        this.session = session;
        this.messages = messages;
        this.context = session.context();
        this.jobs = jobs;
    }

    /** The person looks at their jobs. */
    void jobsSeen() {
        indicator.ifPresent(JobIndicator::seen);
    }

    void create(Composite all) {
        Composite header = new Composite(all, SWT.NONE);
        header.setData(RWT.CUSTOM_VARIANT, "header");
        Access.role(header, "banner", "Sillage");
        header.setLayout(Kit.grid(7, 8, 12));
        GridData place = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
        place.heightHint = HEIGHT;
        header.setLayoutData(place);
        Label brand = Kit.markup(header, Icons.before("logo", Icons.PRIMARY, "Sillage"));
        brand.setData(RWT.CUSTOM_VARIANT, "brand");
        GridData brandPlace = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
        brandPlace.horizontalIndent = 14;
        brandPlace.widthHint = Navigation.WIDTH - 22;
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
        String name = session.account().orElseThrow().name();
        Label who = Kit.markup(header, Icons.before("circle-user-round", Icons.INK, ShortLabel.of(name, LONGEST_NAME)));
        who.setToolTipText(Html.visible(name));
    }

    private void jobs(Composite header) {
        Composite place = Kit.box(header, 1, 0);
        jobs.ifPresent(page -> {
            JobIndicator shown = new JobIndicator(place, page);
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
}
