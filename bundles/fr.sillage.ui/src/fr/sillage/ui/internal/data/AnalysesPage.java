package fr.sillage.ui.internal.data;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.ui.internal.saved.SavedList;
import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Scrolled;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.LiveExtensions;
import fr.sillage.ui.page.Page;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** The analyses that the community keeps; below those that there are, each with the data sets that it can be run on. */
public final class AnalysesPage implements Page {
    private static final int CHOICE_WIDTH = 320;

    @Override
    public void create(Composite parent, PageContext context) {
        Scrolled scrolled = Scrolled.in(parent);
        Composite content = scrolled.content();
        fill(content, context);
        LiveExtensions.follow(content, context, () -> {
            Stream.of(content.getChildren()).forEach(Control::dispose);
            fill(content, context);
            scrolled.fit();
        });
    }

    private static void fill(Composite content, PageContext context) {
        CommunityContext community = context.community().orElseThrow();
        DataWording words = DataWording.of(context);
        Kit.title(content, words.get("analyses.title"));
        new SavedList(context, community).show(content);
        if (!community.may(Right.RUN_ANALYSES)) {
            return;
        }
        List<DataSet> dataSets =
                context.service(SiloStore.class).open(community).dataSets();
        List<AnalysisDescriptor> analyses = LiveExtensions.of(context).analyses();
        if (dataSets.isEmpty()) {
            DataSetList.empty(content, context, words, community);
        } else if (analyses.isEmpty()) {
            Kit.empty(content, words.get("analyses.none.title"), words.get("analyses.none.text"));
        } else {
            analyses.forEach(analysis -> card(content, context, words, analysis, dataSets));
        }
    }

    private static void card(
            Composite content,
            PageContext context,
            DataWording words,
            AnalysisDescriptor analysis,
            List<DataSet> dataSets) {
        Composite card = Kit.card(content, 1);
        card.setLayoutData(Kit.wide());
        Kit.label(card, analysis.name(words.locale()), "section", SWT.NONE);
        wide(card, analysis.description(words.locale()), "secondary");
        List<DataSet> fitting = dataSets.stream()
                .filter(dataSet -> Answer.of(analysis, dataSet.fields()).isPossible())
                .toList();
        if (fitting.isEmpty()) {
            dataSets.stream()
                    .map(dataSet -> words.get(
                            "analyses.not",
                            dataSet.name(),
                            AnswersCard.reason(
                                    Answer.of(analysis, dataSet.fields())
                                            .obstacle()
                                            .orElseThrow(),
                                    words)))
                    .forEach(sentence -> wide(card, sentence, "small"));
            return;
        }
        Composite line = Kit.box(card, 3, 0);
        Kit.label(line, words.get("analyses.on"), "", SWT.NONE);
        Combo choice = Kit.combo(
                line, fitting.stream().map(DataSet::name).map(Html::visible).toList(), 0);
        ((GridData) choice.getLayoutData()).widthHint = CHOICE_WIDTH;
        TestIds.set(choice, "on." + analysis.alias());
        Button open = Kit.primary(
                line,
                words.get("analyses.open"),
                () -> context.open(
                        "analysis",
                        analysis.id() + "|"
                                + fitting.get(choice.getSelectionIndex()).id().value()));
        TestIds.set(open, "run." + analysis.alias());
    }

    private static void wide(Composite card, String text, String variant) {
        Label label = Kit.label(card, text, variant, SWT.WRAP);
        label.setLayoutData(Kit.wide());
    }
}
