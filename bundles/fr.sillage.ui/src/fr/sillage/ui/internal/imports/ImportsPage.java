package fr.sillage.ui.internal.imports;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.imports.Plans;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.page.Page;
import fr.sillage.ui.page.PageContext;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.swt.widgets.Composite;

/**
 * The imports and plans of the community; with the argument {@code new} the way from files to data sets, with
 * {@code report-ID} what an import did, with {@code plan-ID} a plan.
 */
public final class ImportsPage implements Page {
    static final String NEW = "new";
    /** Before an import's id: its report. */
    public static final String REPORT = "report-";

    static final String PLAN = "plan-";

    @Override
    public void create(Composite parent, PageContext page) {
        parent.setLayout(Kit.grid(1, Kit.PAGE_MARGIN, 12));
        CommunityContext community = page.community().orElseThrow();
        Wording wording = new Wording(page);
        Silo silo = page.service(SiloStore.class).open(community);
        if (NEW.equals(page.argument())) {
            new Assistant(parent, page, community, wording).start();
            return;
        }
        boolean shown = id(page.argument(), REPORT)
                .flatMap(id -> silo.imports().stream()
                        .filter(done -> done.id().equals(id))
                        .findFirst())
                .map(done -> {
                    new Report(wording, page).show(parent, community, silo, done);
                    return true;
                })
                .orElse(false);
        shown |= id(page.argument(), PLAN)
                .flatMap(id -> page.service(Plans.class).all(community).stream()
                        .filter(plan -> plan.id().equals(id))
                        .findFirst())
                .map(plan -> {
                    new PlanView(page, community, wording).show(parent, plan);
                    return true;
                })
                .orElse(false);
        if (!shown) {
            new ImportList(page, community, wording).show(parent, silo.imports());
        }
    }

    private static Optional<UUID> id(String argument, String prefix) {
        try {
            return argument.startsWith(prefix)
                    ? Optional.of(UUID.fromString(argument.substring(prefix.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // an address that somebody typed
        }
    }
}
