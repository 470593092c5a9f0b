package fr.sillage.core.internal.extension;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.Right;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.AnonymizerDescriptor;
import fr.sillage.core.extension.CommunityExtensions;
import fr.sillage.core.extension.Contribution;
import fr.sillage.core.extension.ExtensionChoices;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.extension.SourceDescriptor;
import fr.sillage.core.internal.listeners.Listeners;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;

/** What communities chose, over what is installed. */
@Component
@Provides(specifications = CommunityExtensions.class)
@Instantiate
public class EnabledExtensions implements CommunityExtensions {
    private final ContributionRegistry registry;
    private final ExtensionChoices choices;
    private final Map<CommunityId, Map<String, Boolean>> known = new ConcurrentHashMap<>();
    private final Listeners<Runnable> listeners = new Listeners<>();

    public EnabledExtensions(@Requires ContributionRegistry registry, @Requires ExtensionChoices choices) {
        this.registry = registry;
        this.choices = choices;
    }

    @Override
    public Extensions in(CommunityContext context) {
        CommunityId community = context.community().id();
        return new Extensions() {
            @Override
            public List<SourceDescriptor> sources() {
                return enabled(community, registry.sources());
            }

            @Override
            public List<AnonymizerDescriptor> anonymizers() {
                return enabled(community, registry.anonymizers());
            }

            @Override
            public List<AnalysisDescriptor> analyses() {
                return enabled(community, registry.analyses());
            }
        };
    }

    private <C extends Contribution> List<C> enabled(CommunityId community, List<C> all) {
        return all.stream()
                .filter(c -> isEnabled(community, c.bundle(), registry.isOfTheProduct(c)))
                .toList();
    }

    private boolean isEnabled(CommunityId community, String bundle, boolean unlessDecided) {
        return known.computeIfAbsent(community, choices::of).getOrDefault(bundle, unlessDecided);
    }

    @Override
    public List<Choice> choices(CommunityContext context) {
        CommunityId community = context.community().id();
        return registry.installed().stream()
                .map(extension ->
                        new Choice(extension, isEnabled(community, extension.bundle(), extension.isOfTheProduct())))
                .toList();
    }

    @Override
    public void enable(CommunityContext context, String bundle, boolean enabled) {
        context.require(Right.ENABLE_EXTENSIONS);
        CommunityId community = context.community().id();
        choices.put(community, bundle, enabled);
        known.remove(community);
        listeners.tell(Runnable::run);
    }

    @Override
    public Runnable watch(Runnable changed) {
        Runnable own = listeners.add(changed);
        Runnable unwatch = registry.watch(changed);
        return () -> {
            own.run();
            unwatch.run();
        };
    }
}
