package fr.sillage.ui.internal.data;

import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.Page;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;

/** The installed analyses, each with the data sets that it can be run on. */
public final class AnalysesPage implements Page {
    @Override
    public void create(Composite parent, PageContext context) {
        Messages messages = Messages.of(AnalysesPage.class, context.locale());
        parent.setLayout(Kit.grid(1, Kit.PAGE_MARGIN, 16));
        Kit.title(parent, messages.get("analyses.title"));
        List<DataSet> dataSets = context.service(SiloStore.class)
                .open(context.community().orElseThrow())
                .dataSets();
        if (dataSets.isEmpty()) {
            Kit.empty(parent, messages.get("data.empty.title"), messages.get("data.empty.text"));
            return;
        }
        for (AnalysisDescriptor analysis : context.service(Extensions.class).analyses()) {
            Composite card = Kit.card(parent, 1);
            card.setLayoutData(Kit.wide());
            Kit.label(card, analysis.name(context.locale()), "section", SWT.NONE);
            Kit.label(card, analysis.description(context.locale()), "secondary", SWT.WRAP)
                    .setLayoutData(Kit.wide());
            Composite line = Kit.box(card, 3, 0);
            Kit.label(line, messages.get("analyses.on"), "", SWT.NONE);
            Combo choice = Kit.combo(line, dataSets.stream().map(DataSet::name).toList(), 0);
            ((GridData) choice.getLayoutData()).widthHint = 320;
            Button open = Kit.primary(
                    line,
                    messages.get("analyses.open"),
                    () -> context.open(
                            "analysis",
                            analysis.id() + "|"
                                    + dataSets.get(choice.getSelectionIndex())
                                            .id()
                                            .value()));
            TestIds.set(open, "run." + analysis.alias());
        }
    }
}
