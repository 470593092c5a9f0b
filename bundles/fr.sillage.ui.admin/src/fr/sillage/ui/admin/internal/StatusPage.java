package fr.sillage.ui.admin.internal;

import fr.sillage.core.analysis.Analyses;
import fr.sillage.core.community.Communities;
import fr.sillage.core.community.Community;
import fr.sillage.core.extension.InstalledExtensions;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.core.settings.PlatformSettings;
import fr.sillage.core.settings.Setting;
import fr.sillage.core.silo.MemoryUse;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.core.text.NumberFormats;
import fr.sillage.ui.kit.Formats;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.kit.Scrolled;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.BrowserSessions;
import fr.sillage.ui.page.Page;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.osgi.framework.FrameworkUtil;

/** How the platform is, and what the administrator sets for all of it. Of communities it tells how much memory
 * they take, and no word of what they hold or do. */
public final class StatusPage implements Page {
    private static final String ID = "admin.status";
    private static final long MEBIBYTE = 1L << 20;
    private static final int LEAST_TEXT = 160;

    private PageContext page;
    private Messages messages;

    @Override
    public void create(Composite parent, PageContext context) {
        page = context;
        messages = Messages.of(StatusPage.class, context.locale());
        Scrolled scrolled = Scrolled.in(parent);
        Composite content = scrolled.content();
        content.setLayout(Kit.grid(2, Kit.PAGE_MARGIN, 16));
        Composite head = Kit.box(content, 2, 0);
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
        Kit.title(head, messages.get("status.title")).setLayoutData(Kit.wide());
        TestIds.set(Kit.secondary(head, messages.get("status.refresh"), () -> page.open(ID, "")), "admin.refresh");
        now(card(content, "status.now", 2));
        settings(card(content, "status.settings", 2));
        Composite silos = card(content, "silos.title", 3);
        ((GridData) silos.getLayoutData()).horizontalSpan = 2;
        new SilosCard(page, messages, scrolled::fit).show(silos);
    }

    private Composite card(Composite parent, String title, int columns) {
        Composite card = Kit.card(parent, columns);
        card.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        Kit.label(card, messages.get(title), "section", SWT.NONE)
                .setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, columns, 1));
        return card;
    }

    private void now(Composite card) {
        TestIds.set(card, "admin.status");
        Runtime java = Runtime.getRuntime();
        fact(
                card,
                "status.memory",
                messages.get(
                        "status.memory.of",
                        number((java.totalMemory() - java.freeMemory()) / MEBIBYTE),
                        number(java.maxMemory() / MEBIBYTE)));
        fact(card, "status.sessions", number(page.service(BrowserSessions.class).open()));
        Jobs.Load load = page.service(Jobs.class).load();
        fact(card, "status.jobs", messages.get("status.jobs.of", load.running(), load.atOnce(), load.waiting()));
        held(card, "status.columns", page.service(SiloStore.class).memory());
        held(card, "status.results", page.service(Analyses.class).memory());
        fact(
                card,
                "status.threads",
                number(page.service(InstalledExtensions.class)
                        .administer(page.account().id())
                        .abandonedThreads()));
        fact(
                card,
                "status.version",
                FrameworkUtil.getBundle(StatusPage.class).getVersion().toString());
        fact(card, "status.java", Runtime.version().toString());
    }

    /** How much, whether it helps, and whose it is. */
    private void held(Composite card, String key, MemoryUse memory) {
        long asked = memory.hits() + memory.misses();
        String used = number(Math.ceilDiv(memory.used(), MEBIBYTE));
        String budget = number(memory.budget() / MEBIBYTE);
        fact(
                card,
                key,
                asked == 0
                        ? messages.get("status.held.unasked", used, budget)
                        : messages.get(
                                "status.held",
                                used,
                                budget,
                                NumberFormats.percent(page.locale(), 0).format((double) memory.hits() / asked)));
        List<Community> communities =
                page.service(Communities.class).administer(page.account().id()).communities();
        String shares = communities.stream()
                .filter(community -> memory.byCommunity().containsKey(community.id()))
                .map(community -> messages.get(
                        "status.held.by",
                        community.name(),
                        number(Math.ceilDiv(memory.byCommunity().get(community.id()), MEBIBYTE))))
                .collect(Collectors.joining(" · "));
        if (!shares.isEmpty()) {
            Kit.label(card, "", "", SWT.NONE);
            GridData wide = Kit.wide();
            wide.widthHint = LEAST_TEXT;
            Kit.label(card, shares, "small", SWT.WRAP).setLayoutData(wide);
        }
    }

    private void settings(Composite card) {
        PlatformSettings settings = page.service(PlatformSettings.class);
        for (Setting setting : Setting.values()) {
            String key = "setting." + setting;
            Label label = Kit.label(
                    card, messages.get(key, number(setting.least()), number(setting.greatest())), "field", SWT.WRAP);
            GridData whole = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
            whole.widthHint = LEAST_TEXT;
            label.setLayoutData(whole);
            Text value = new Text(card, SWT.BORDER | SWT.SINGLE);
            value.setText(Long.toString(settings.get(setting)));
            value.setLayoutData(Kit.wide());
            Composite answer = Kit.box(card, 1, 0);
            answer.setLayoutData(Kit.wide());
            Label[] error = new Label[1];
            Button save = Kit.secondary(answer, messages.get("setting.save"), () -> {
                if (Attempt.to(
                        () -> settings.set(
                                page.account().id(),
                                setting,
                                Long.parseLong(value.getText().strip())),
                        "error.setting",
                        messages,
                        error[0])) {
                    Attempt.say(error[0], messages.get("setting.saved"), "ok");
                }
            });
            error[0] = Attempt.error(answer);
            TestIds.set(value, "admin." + key);
            TestIds.set(save, "admin.save." + setting);
        }
    }

    private void fact(Composite card, String key, String value) {
        Kit.label(card, messages.get(key), "secondary", SWT.NONE);
        Kit.label(card, value, "", SWT.NONE).setLayoutData(Kit.wide());
    }

    private String number(long value) {
        return Formats.number(value, page.locale());
    }
}
