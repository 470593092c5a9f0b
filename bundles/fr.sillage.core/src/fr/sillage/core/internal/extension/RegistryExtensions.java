package fr.sillage.core.internal.extension;

import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.AnonymizerDescriptor;
import fr.sillage.core.extension.Contribution;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.extension.SourceDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Invalidate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Validate;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionPoint;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IRegistryEventListener;
import org.eclipse.core.runtime.RegistryFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The three extension points as Equinox's registry holds them; read again whenever something comes or goes. */
@Component
@Provides
@Instantiate
public class RegistryExtensions implements Extensions, IRegistryEventListener {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryExtensions.class);

    private static final String BUNDLE = "fr.sillage.core";

    /** The version of the contract that contributions must be written against. */
    private static final String CONTRACT = "1";

    private Map<String, Collection<? extends Contribution>> known = Map.of();

    @Validate
    void start() {
        registry().addListener(this);
    }

    @Invalidate
    void stop() {
        registry().removeListener(this);
    }

    @Override
    public List<SourceDescriptor> sources() {
        return read("dataSources", ElementSource::new);
    }

    @Override
    public List<AnonymizerDescriptor> anonymizers() {
        return read("anonymizers", ElementAnonymizer::new);
    }

    @Override
    public List<AnalysisDescriptor> analyses() {
        return read("analysisViews", ElementAnalysis::new);
    }

    @SuppressWarnings("unchecked")
    private synchronized <C extends Contribution> List<C> read(
            String point, Function<IConfigurationElement, ? extends C> make) {
        Collection<? extends Contribution> found = known.get(point);
        if (found == null) {
            found = elements(point, make);
            Map<String, Collection<? extends Contribution>> more = new LinkedHashMap<>(known);
            more.put(point, found);
            known = more;
        }
        return List.copyOf((Collection<C>) found);
    }

    private static <C extends Contribution> Collection<C> elements(
            String point, Function<IConfigurationElement, ? extends C> make) {
        Map<String, C> byId = new LinkedHashMap<>();
        for (IConfigurationElement element : registry().getConfigurationElementsFor(BUNDLE, point)) {
            C contribution = make.apply(element);
            if (!CONTRACT.equals(element.getAttribute("contract"))) {
                LOG.warn(
                        "contribution {} of {} needs contract {}, not {}",
                        contribution.id(),
                        contribution.bundle(),
                        CONTRACT,
                        element.getAttribute("contract"));
            } else if (byId.putIfAbsent(contribution.id(), contribution) != null) {
                LOG.warn("contribution {} of {} has the id of another one", contribution.id(), contribution.bundle());
            }
        }
        return new ArrayList<>(byId.values());
    }

    private static IExtensionRegistry registry() {
        return RegistryFactory.getRegistry();
    }

    private synchronized void forget() {
        known = Map.of();
    }

    @Override
    public void added(IExtension[] extensions) {
        forget();
    }

    @Override
    public void removed(IExtension[] extensions) {
        forget();
    }

    @Override
    public void added(IExtensionPoint[] points) {
        forget();
    }

    @Override
    public void removed(IExtensionPoint[] points) {
        forget();
    }
}
