package fr.sillage.ui.internal.analysis;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.results.KeptResult;
import fr.sillage.core.silo.DataSet;
import fr.sillage.ui.internal.saved.SavedBar;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.page.PageContext;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;

/** A kept result to be read: by who may run no analyses, or when its data set is gone. */
final class KeptView {
    private final Composite content;
    private final PageContext page;
    private final CommunityContext community;
    private final Opened opened;
    private final Optional<DataSet> data;
    private final Runnable resized;

    /** @param data as they are now */
    KeptView(
            Composite content,
            PageContext page,
            CommunityContext community,
            Opened opened,
            Optional<DataSet> data,
            Runnable resized) {
        this.content = content;
        this.page = page;
        this.community = community;
        this.opened = opened;
        this.data = data;
        this.resized = resized;
    }

    void show() {
        KeptResult kept = opened.kept().orElseThrow();
        Wording wording = Wording.of(kept, page.locale());
        Look.title(content, opened.saved().map(saved -> saved.name()).orElseGet(wording::analysisName))
                .setLayoutData(Kit.wide());
        opened.saved().ifPresent(saved -> new SavedBar(page, community, saved, data).show(content));
        String chosen = wording.question(kept.published().provenance().parameters());
        if (!chosen.isEmpty()) {
            Look.text(content, chosen, Look.Ink.SECONDARY).setLayoutData(Kit.wide());
        }
        ResultView result = new ResultView(content, wording, resized);
        result.area().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        result.look(View.of(kept.state().look()), view -> {});
        result.show(kept.published(), Optional.empty());
    }
}
