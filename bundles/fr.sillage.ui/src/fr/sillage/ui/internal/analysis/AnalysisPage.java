package fr.sillage.ui.internal.analysis;

import fr.sillage.api.data.RowKind;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.core.text.Texts;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.page.LiveExtensions;
import fr.sillage.ui.page.Page;
import fr.sillage.ui.page.PageContext;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;

/** One analysis of one data set; opened with a {@link PageArgument}. */
public final class AnalysisPage implements Page {
    @Override
    public void create(Composite parent, PageContext context) {
        Messages messages = Messages.of(AnalysisPage.class, context.locale());
        Optional<CommunityContext> community = context.community();
        if (community.filter(c -> c.may(Right.RUN_ANALYSES)).isEmpty()) {
            parent.setLayout(Look.grid(1, Kit.PAGE_MARGIN));
            Kit.empty(parent, messages.get("may.not.title"), messages.get("may.not"));
            return;
        }
        Optional<PageArgument> argument = PageArgument.of(context.argument());
        Optional<LastResult> last =
                argument.flatMap(a -> LastResult.of(community.get().community().id(), a));
        Optional<AnalysisDescriptor> analysis = argument.flatMap(
                        a -> LiveExtensions.of(context).analysis(a.analysis()))
                .or(() -> last.map(LastResult::analysis));
        Optional<DataSet> data = argument.flatMap(
                a -> context.service(SiloStore.class).open(community.get()).dataSet(a.dataSet()));
        if (analysis.isEmpty() || data.isEmpty()) {
            parent.setLayout(Look.grid(1, Kit.PAGE_MARGIN));
            Composite card = Kit.empty(parent, messages.get("gone.title"), messages.get("gone"));
            Look.button(card, messages.get("gone.button"), true, () -> context.open("analyses", ""));
            return;
        }
        parent.setLayout(new FillLayout());
        ScrolledComposite scrolled = new ScrolledComposite(parent, SWT.V_SCROLL);
        Composite content = new Composite(scrolled, SWT.NONE);
        GridLayout layout = Look.grid(1, Kit.PAGE_MARGIN);
        layout.marginHeight = 14;
        layout.verticalSpacing = 10;
        content.setLayout(layout);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        scrolled.setContent(content);
        RowKind rows = RowKind.of(data.get().fields());
        Wording wording =
                new Wording(context.service(Texts.class).speakingOf(rows), analysis.get(), rows, context.locale());
        Runnable resized = () -> fit(scrolled, content);
        AnalysisSession session = new AnalysisSession(
                content,
                context,
                community.get(),
                analysis.get(),
                data.get(),
                argument.get().chosen(),
                wording,
                resized);
        scrolled.addListener(SWT.Resize, event -> resized.run());
        content.addListener(SWT.Dispose, event -> session.close());
        session.start();
    }

    /** As high as the content needs in the width there is. */
    private static void fit(ScrolledComposite scrolled, Composite content) {
        if (!scrolled.isDisposed() && scrolled.getClientArea().width > 0) {
            content.layout(true, true);
            scrolled.setMinHeight(content.computeSize(scrolled.getClientArea().width, SWT.DEFAULT).y);
        }
    }
}
