package fr.sillage.ui.internal.imports;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.page.Page;
import fr.sillage.ui.page.PageContext;
import org.eclipse.swt.widgets.Composite;

/** The imports of the community; with the argument {@code new} the way from a file to a data set. */
public final class ImportsPage implements Page {
    private static final String NEW = "new";

    @Override
    public void create(Composite parent, PageContext page) {
        parent.setLayout(Kit.grid(1, Kit.PAGE_MARGIN, 16));
        CommunityContext community = page.community().orElseThrow();
        Wording wording = new Wording(page);
        if (NEW.equals(page.argument())) {
            new Assistant(parent, page, community, wording).start();
        } else {
            new ImportList(page, wording)
                    .show(parent, page.service(SiloStore.class).open(community).imports());
        }
    }
}
