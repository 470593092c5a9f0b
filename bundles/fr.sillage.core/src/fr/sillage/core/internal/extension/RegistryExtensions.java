package fr.sillage.core.internal.extension;

import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.AnonymizerDescriptor;
import fr.sillage.core.extension.Contribution;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.extension.InstalledExtension;
import fr.sillage.core.extension.SourceDescriptor;
import fr.sillage.core.internal.guard.ExtensionGuard;
import fr.sillage.core.internal.listeners.Listeners;
import java.util.List;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Invalidate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Validate;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionPoint;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IRegistryEventListener;
import org.eclipse.core.runtime.RegistryFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.SynchronousBundleListener;

/** The three extension points as Equinox's registry holds them; read again whenever something comes or goes. */
@Component
@Provides(specifications = {Extensions.class, ContributionRegistry.class})
@Instantiate
public class RegistryExtensions implements ContributionRegistry, IRegistryEventListener {
    private final ExtensionGuard guard = new ExtensionGuard();
    private final Listeners<Runnable> listeners = new Listeners<>();
    private final SynchronousBundleListener bundles = this::bundleChanged;
    private Declarations known = Declarations.NONE;
    private boolean stale = true;

    @Validate
    void start() {
        registry().addListener(this);
        guard.watch(this::changed);
        context().addBundleListener(bundles);
    }

    @Invalidate
    void stop() {
        context().removeBundleListener(bundles);
        registry().removeListener(this);
        guard.close();
    }

    @Override
    public List<SourceDescriptor> sources() {
        return usable(SourceDescriptor.class);
    }

    @Override
    public List<AnonymizerDescriptor> anonymizers() {
        return usable(AnonymizerDescriptor.class);
    }

    @Override
    public List<AnalysisDescriptor> analyses() {
        return usable(AnalysisDescriptor.class);
    }

    @Override
    public List<InstalledExtension> installed() {
        return InstalledBundles.of(context(), declarations(), guard);
    }

    @Override
    public boolean isOfTheProduct(Contribution contribution) {
        return contribution instanceof ElementContribution declared && declared.isOfTheProduct();
    }

    @Override
    public ExtensionGuard guard() {
        return guard;
    }

    @Override
    public Runnable watch(Runnable changed) {
        return listeners.add(changed);
    }

    private <C extends Contribution> List<C> usable(Class<C> type) {
        return declarations().usable(type).stream()
                .filter(c -> !guard.isQuarantined(c.bundle()))
                .toList();
    }

    private Declarations declarations() {
        List<Declarations.Declared.Unusable> news;
        Declarations now;
        synchronized (this) {
            if (!stale) {
                return known;
            }
            stale = false;
            now = known.again(registry(), guard);
            news = now.newlyUnusable(known);
            known = now;
        }
        news.forEach(d -> guard.fault(d.bundle(), d.id(), d.kind(), d.detail()));
        return now;
    }

    private static IExtensionRegistry registry() {
        return RegistryFactory.getRegistry();
    }

    private static BundleContext context() {
        return FrameworkUtil.getBundle(RegistryExtensions.class).getBundleContext();
    }

    /** What is at work when its bundle goes or is replaced must end. */
    private void bundleChanged(BundleEvent event) {
        switch (event.getType()) {
            case BundleEvent.UNRESOLVED, BundleEvent.UPDATED, BundleEvent.UNINSTALLED -> {
                String name = event.getBundle().getSymbolicName();
                guard.stopped(name);
                synchronized (this) {
                    known = known.without(name);
                    stale = true;
                }
            }
            default -> {
                // the registry tells of what comes
            }
        }
    }

    private void changed() {
        listeners.tell(Runnable::run);
    }

    private void forget() {
        synchronized (this) {
            stale = true;
        }
        changed();
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
