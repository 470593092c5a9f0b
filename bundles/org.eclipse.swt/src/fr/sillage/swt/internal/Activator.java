package fr.sillage.swt.internal;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.hooks.weaving.WeavingHook;

/**
 * Registers the hook. The bundle has to be active before the first class of SWTChart is loaded (start
 * level 2 in the product): a class that is already defined cannot be woven any more.
 */
public class Activator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        context.registerService(WeavingHook.class, new ChartWeaver(), null);
    }

    @Override
    public void stop(BundleContext context) {
        // the framework unregisters the service
    }
}
