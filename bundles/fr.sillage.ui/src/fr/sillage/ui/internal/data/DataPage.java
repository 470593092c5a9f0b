package fr.sillage.ui.internal.data;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.Page;
import fr.sillage.ui.page.PageContext;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.swt.widgets.Composite;

/** The data sets of the community; opened with a data set's id, that one. */
public final class DataPage implements Page {
    @Override
    public void create(Composite parent, PageContext page) {
        CommunityContext community = page.community().orElseThrow();
        Silo silo = page.service(SiloStore.class).open(community);
        DataWording words = DataWording.of(page);
        if (page.argument().isEmpty()) {
            new DataSetList(page, words, community).show(parent, silo);
            return;
        }
        Optional<DataSet> dataSet = id(page.argument()).flatMap(silo::dataSet);
        if (dataSet.isPresent()) {
            new DataSetView(page, words, community, dataSet.get())
                    .show(parent, silo.imports(), silo.earlier(dataSet.get().id()));
        } else {
            parent.setLayout(Kit.grid(1, Kit.PAGE_MARGIN, Kit.GAP));
            Composite card = Kit.empty(parent, words.get("data.gone.title"), words.get("data.gone.text"));
            TestIds.set(Kit.primary(card, words.get("data.all"), () -> page.open("data", "")), "data.all");
        }
    }

    private static Optional<DataSetId> id(String argument) {
        try {
            return Optional.of(new DataSetId(UUID.fromString(argument)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
