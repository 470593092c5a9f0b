package fr.sillage.core.internal.imports;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.Plans;
import fr.sillage.core.imports.SavedPlan;
import fr.sillage.core.imports.Target;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloStore;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;

/** Plans in the silo of their community; one change after the other, so that none is lost or approved unseen. */
@Component
@Provides
@Instantiate
public class SiloPlans implements Plans {
    private final Extensions extensions;
    private final SiloStore silos;
    private final InstantSource clock = InstantSource.system();

    public SiloPlans(@Requires Extensions extensions, @Requires SiloStore silos) {
        this.extensions = extensions;
        this.silos = silos;
    }

    @Override
    public List<SavedPlan> all(CommunityContext context) {
        return silos.open(context).plans().stream()
                .sorted(Comparator.comparing(SavedPlan::name))
                .toList();
    }

    @Override
    public Optional<SavedPlan> fitting(CommunityContext context, String source, List<String> columns) {
        return silos.open(context).plans().stream()
                .filter(plan -> plan.fits(source, columns))
                .findFirst();
    }

    @Override
    public synchronized SavedPlan save(CommunityContext context, ImportPlan plan, Target target) {
        context.require(Right.DRAW_PLAN);
        Silo silo = silos.open(context);
        List<SavedPlan> others = silo.plans();
        Optional<SavedPlan> before = others.stream()
                .filter(saved -> saved.fits(plan.source(), plan.names()))
                .findFirst();
        Optional<SavedPlan.Approval> approval = before.filter(saved -> covers(saved, plan))
                .flatMap(SavedPlan::approval)
                .or(() -> context.may(Right.APPROVE_PLAN) ? Optional.of(approval(context)) : Optional.empty());
        Optional<SavedPlan> unchanged = before.filter(saved -> unchanged(saved.plan(), plan));
        SavedPlan saved = new SavedPlan(
                before.map(SavedPlan::id).orElseGet(UUID::randomUUID),
                before.map(SavedPlan::name)
                        .orElseGet(() -> freeName(plan.dataSet().strip(), others)),
                plan,
                target,
                unchanged.map(SavedPlan::drawnBy).orElse(context.account().id()),
                unchanged.map(SavedPlan::drawn).orElseGet(clock::instant),
                approval);
        silo.save(saved);
        return saved;
    }

    /** Whoever only uses a plan did not draw it up. */
    private static boolean unchanged(ImportPlan one, ImportPlan other) {
        return one.columns().equals(other.columns()) && one.settings().equals(other.settings());
    }

    private SavedPlan.Approval approval(CommunityContext context) {
        return new SavedPlan.Approval(context.account().id(), clock.instant());
    }

    private static String freeName(String wanted, List<SavedPlan> others) {
        List<String> taken = others.stream().map(SavedPlan::name).toList();
        String name = wanted;
        for (int i = 2; taken.contains(name); i++) {
            name = wanted + " (" + i + ")";
        }
        return name;
    }

    @Override
    public synchronized SavedPlan approve(CommunityContext context, SavedPlan shown) throws ImportException {
        context.require(Right.APPROVE_PLAN);
        Silo silo = silos.open(context);
        SavedPlan plan = find(silo, shown.id()).orElseThrow(() -> FileReading.refused("plan.gone"));
        if (!plan.plan().equals(shown.plan())) {
            throw FileReading.refused("plan.changed");
        }
        Anonymisation.of(plan.plan().columns(), extensions, silo::pseudonymiser);
        SavedPlan approved = plan.approved(context.account().id(), clock.instant());
        silo.save(approved);
        return approved;
    }

    @Override
    public synchronized void remove(CommunityContext context, UUID id) {
        Silo silo = silos.open(context);
        find(silo, id).ifPresent(plan -> {
            context.require(plan.approval().isPresent() ? Right.APPROVE_PLAN : Right.DRAW_PLAN);
            silo.removePlan(id);
        });
    }

    private static Optional<SavedPlan> find(Silo silo, UUID id) {
        return silo.plans().stream().filter(plan -> plan.id().equals(id)).findFirst();
    }

    @Override
    public boolean allows(CommunityContext context, ImportPlan plan) {
        return context.may(Right.APPROVE_PLAN)
                || silos.open(context).plans().stream()
                        .anyMatch(saved -> saved.approval().isPresent() && covers(saved, plan));
    }

    /**
     * Whether what a plan does to persons' data is what another one says already: the same source, no further columns,
     * each with the same privacy class and treatment. Names, types, roles and settings are free.
     */
    private static boolean covers(SavedPlan saved, ImportPlan plan) {
        return saved.plan().source().equals(plan.source())
                && plan.columns().stream()
                        .allMatch(column -> saved.plan().columns().stream().anyMatch(known -> same(known, column)));
    }

    private static boolean same(ColumnPlan one, ColumnPlan other) {
        return one.column().equals(other.column())
                && one.field().privacy() == other.field().privacy()
                && one.treatment().equals(other.treatment());
    }
}
