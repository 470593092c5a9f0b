package fr.sillage.ui.internal.saved;

import fr.sillage.core.community.Communities;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.DuplicateNameException;
import fr.sillage.core.community.Right;
import fr.sillage.core.results.SavedAnalyses;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.SavedAnalysis;
import fr.sillage.ui.internal.analysis.PageArgument;
import fr.sillage.ui.kit.Formats;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.kit.Question;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Above a saved result: what it was saved as, by whom, of which data, and what can be done with it. */
public final class SavedBar {
    private static final int LEAST_TEXT = 200;

    private final PageContext page;
    private final CommunityContext community;
    private final Optional<SavedAnalysis> saved;
    private final Optional<DataSet> data;
    private final Optional<Runnable> again;
    private final Consumer<UUID> renew;
    private final Messages messages;
    private Optional<Button> renewing = Optional.empty();

    /** To be read only. @param data as they are now; empty where they are gone */
    public SavedBar(PageContext page, CommunityContext community, SavedAnalysis saved, Optional<DataSet> data) {
        this(page, community, Optional.of(saved), data, Optional.empty(), id -> {});
    }

    /**
     * @param saved without one nothing is shown
     * @param again computes the same on the data of now
     * @param renew puts what was computed in the place of the saved result
     */
    public SavedBar(
            PageContext page,
            CommunityContext community,
            Optional<SavedAnalysis> saved,
            Optional<DataSet> data,
            Runnable again,
            Consumer<UUID> renew) {
        this(page, community, saved, data, Optional.of(again), renew);
    }

    private SavedBar(
            PageContext page,
            CommunityContext community,
            Optional<SavedAnalysis> saved,
            Optional<DataSet> data,
            Optional<Runnable> again,
            Consumer<UUID> renew) {
        this.page = page;
        this.community = community;
        this.saved = saved;
        this.data = data;
        this.again = again;
        this.renew = renew;
        this.messages = Messages.of(SavedBar.class, page.locale());
    }

    public void show(Composite parent) {
        saved.ifPresent(kept -> show(parent, kept));
    }

    private void show(Composite parent, SavedAnalysis kept) {
        Composite bar = Kit.box(parent, 1, 12);
        bar.setLayout(Kit.grid(1, 12, 4));
        bar.setData(RWT.CUSTOM_VARIANT, "info");
        bar.setLayoutData(Kit.wide());
        TestIds.set(bar, "saved.bar");
        line(bar, facts(kept), "");
        if (!kept.description().isEmpty()) {
            line(bar, kept.description(), "secondary");
        }
        line(bar, standing(kept), "small");
        if (!community.may(Right.RUN_ANALYSES)) {
            return;
        }
        Composite actions = new Composite(bar, SWT.NONE);
        RowLayout row = new RowLayout(SWT.HORIZONTAL);
        row.center = true;
        row.marginLeft = 0;
        row.marginTop = 0;
        row.marginBottom = 0;
        row.spacing = 14;
        actions.setLayout(row);
        boolean changes = page.service(SavedAnalyses.class).mayChange(community, kept);
        again.filter(run -> data.isPresent()).ifPresent(run -> action(actions, "again", run));
        if (again.isPresent() && changes) {
            Button button = action(actions, "renew", () -> renew.accept(kept.id()));
            button.setEnabled(false);
            renewing = Optional.of(button);
        }
        if (changes) {
            Button[] rename = new Button[1];
            rename[0] = action(actions, "rename", () -> rename(rename[0], kept));
        }
        Button[] duplicate = new Button[1];
        duplicate[0] = action(actions, "duplicate", () -> duplicate(duplicate[0], kept));
        if (changes) {
            Button[] remove = new Button[1];
            remove[0] = action(actions, "remove", () -> remove(remove[0], kept));
        }
    }

    /** A result of now is shown. @param same whether it answers what was saved */
    public void computed(boolean same) {
        renewing.filter(button -> !button.isDisposed()).ifPresent(button -> button.setEnabled(same));
    }

    private String facts(SavedAnalysis kept) {
        String by =
                page.service(Communities.class).nameOf(community, kept.by()).orElseGet(() -> messages.get("nobody"));
        return messages.get("facts", kept.name(), by, Formats.time(kept.ran(), page.locale()));
    }

    private String standing(SavedAnalysis kept) {
        if (data.isEmpty()) {
            return messages.get("data.gone", kept.dataSetName());
        }
        int now = data.get().version();
        return kept.version() == now
                ? messages.get("version.same", kept.dataSetName(), now)
                : messages.get("version.other", kept.dataSetName(), kept.version(), now);
    }

    private Button action(Composite parent, String key, Runnable action) {
        Button button = Kit.button(parent, messages.get(key), "linkSmall", action);
        button.setLayoutData(null);
        TestIds.set(button, "saved." + key);
        return button;
    }

    private void rename(Button owner, SavedAnalysis kept) {
        SaveDialog.ask(
                owner,
                page.locale(),
                "rename",
                kept.name(),
                kept.description(),
                (name, description, refused) -> attempt(refused, () -> {
                    page.service(SavedAnalyses.class).rename(community, kept.id(), name, description);
                    page.open("analysis", page.argument());
                }));
    }

    private void duplicate(Button owner, SavedAnalysis kept) {
        SaveDialog.ask(
                owner,
                page.locale(),
                "duplicate",
                messages.get("copy", kept.name()),
                "",
                (name, description, refused) -> attempt(refused, () -> {
                    SavedAnalysis copy = page.service(SavedAnalyses.class).duplicate(community, kept.id(), name);
                    page.open("analysis", new PageArgument.OfSaved(copy.id()).text());
                }));
    }

    private void attempt(Consumer<String> refused, Runnable work) {
        try {
            work.run();
        } catch (DuplicateNameException e) {
            refused.accept(SaveDialog.taken(page.locale()));
        }
    }

    private void remove(Button owner, SavedAnalysis kept) {
        Question.ask(
                owner,
                messages.get("remove.title", kept.name()),
                messages.get("remove.text"),
                messages.get("remove.agree"),
                messages.get("remove.renounce"),
                () -> {
                    page.service(SavedAnalyses.class).remove(community, kept.id());
                    page.open("analyses", "");
                });
    }

    private static void line(Composite bar, String text, String variant) {
        Label label = Kit.label(bar, text, variant, SWT.WRAP);
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        label.setLayoutData(wide);
    }
}
