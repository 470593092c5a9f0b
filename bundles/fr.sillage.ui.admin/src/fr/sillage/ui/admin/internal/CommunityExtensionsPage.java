package fr.sillage.ui.admin.internal;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.CommunityExtensions;
import fr.sillage.core.extension.CommunityExtensions.Choice;
import fr.sillage.core.extension.InstalledExtension;
import fr.sillage.core.extension.InstalledExtension.State;
import fr.sillage.ui.kit.Access;
import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Scrolled;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.LiveExtensions;
import fr.sillage.ui.page.Page;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Which extensions the community uses; a change counts at once, in open pages too. */
public final class CommunityExtensionsPage implements Page {
    private static final int LEAST_TEXT = 200;

    private PageContext page;
    private CommunityContext community;
    private ExtensionWords words;
    private CommunityExtensions extensions;

    @Override
    public void create(Composite parent, PageContext context) {
        page = context;
        community = page.community().orElseThrow();
        words = new ExtensionWords(page);
        extensions = page.service(CommunityExtensions.class);
        Scrolled scrolled = Scrolled.in(parent);
        Kit.title(scrolled.content(), words.own("community.title"));
        Kit.label(scrolled.content(), words.own("community.text"), "secondary", SWT.WRAP)
                .setLayoutData(Kit.wide());
        Composite body = Kit.box(scrolled.content(), 1, 0);
        body.setLayoutData(Kit.wide());
        Runnable refresh = () -> {
            for (Control child : body.getChildren()) {
                child.dispose();
            }
            fill(body);
            scrolled.fit();
        };
        refresh.run();
        LiveExtensions.follow(body, page, refresh);
    }

    private void fill(Composite body) {
        List<Choice> all = extensions.choices(community);
        section(
                body,
                "community.added",
                all.stream()
                        .filter(choice -> !choice.extension().isOfTheProduct())
                        // libraries that other extensions need offer nothing to choose
                        .filter(choice -> !choice.extension().contributions().isEmpty())
                        .toList());
        section(
                body,
                "community.product",
                all.stream()
                        .filter(choice -> choice.extension().isOfTheProduct())
                        .toList());
    }

    private void section(Composite body, String title, List<Choice> choices) {
        Kit.label(body, words.own(title), "section", SWT.NONE);
        if (choices.isEmpty()) {
            Kit.label(body, words.own(title + ".none"), "secondary", SWT.WRAP).setLayoutData(Kit.wide());
        }
        choices.forEach(choice -> row(body, choice));
    }

    private void row(Composite body, Choice choice) {
        InstalledExtension extension = choice.extension();
        Composite card = Kit.card(body, 2);
        card.setLayoutData(Kit.wide());
        Composite texts = Kit.box(card, 1, 0);
        texts.setLayout(Kit.grid(1, 0, 4));
        texts.setLayoutData(Kit.wide());
        extension.contributions().forEach(contribution -> {
            line(texts, words.contribution(contribution), "field");
            if (contribution instanceof AnalysisDescriptor analysis) {
                line(texts, analysis.description(words.locale()), "secondary");
            }
        });
        line(texts, words.own("community.bundle", extension.bundle(), extension.version()), "small");
        if (extension.state() != State.WORKING) {
            Kit.markup(texts, Html.tag(words.state(extension), "warning"));
        }
        Button enabled = new Button(card, SWT.CHECK);
        enabled.setText(words.own("community.enabled"));
        enabled.setSelection(choice.enabled());
        enabled.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
        Access.name(enabled, words.own("community.enabled.named", words.name(extension)));
        enabled.addListener(
                SWT.Selection, event -> extensions.enable(community, extension.bundle(), enabled.getSelection()));
        TestIds.set(enabled, "extension.enabled." + extension.bundle());
    }

    private static void line(Composite parent, String text, String variant) {
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        Kit.label(parent, text, variant, SWT.WRAP).setLayoutData(wide);
    }
}
