package fr.sillage.ui.internal.imports;

import fr.sillage.core.imports.SavedPlan;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.util.Optional;
import org.eclipse.swt.widgets.Composite;

/** Says that a plan is kept, and what happens next. */
final class PlanSaved {
    private final PageContext page;
    private final Wording wording;

    PlanSaved(PageContext page, Wording wording) {
        this.page = page;
        this.wording = wording;
    }

    /** @param next goes on with the next file */
    void show(Composite parent, SavedPlan saved, Optional<Runnable> next) {
        boolean approved = saved.approval().isPresent();
        Composite card = Kit.empty(
                parent,
                wording.own("saved.title", saved.name()),
                wording.own(approved ? "saved.approved" : "saved.waits"));
        TestIds.set(card, "plan.saved");
        Composite buttons = Kit.box(card, 2, 0);
        next.ifPresent(action -> TestIds.set(Kit.primary(buttons, wording.own("queue.next"), action), "queue.next"));
        Kit.secondary(buttons, wording.own("back"), () -> page.open("imports", ""));
    }
}
