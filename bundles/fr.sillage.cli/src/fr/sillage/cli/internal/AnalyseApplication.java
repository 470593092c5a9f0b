package fr.sillage.cli.internal;

import fr.sillage.core.analysis.Analyses;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.extension.InstalledExtensions;
import fr.sillage.core.imports.Imports;
import fr.sillage.core.text.Texts;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** What Equinox starts for {@code ./sillage analyse}; its result is the exit code. */
public final class AnalyseApplication implements IApplication {
    /** Components come up in the background while the framework starts. */
    private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(30);

    @Override
    public Object start(IApplicationContext context) throws InterruptedException {
        context.applicationRunning();
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        List<String> given = arguments == null ? List.of() : List.of(arguments);
        // always UTF-8, as JSON demands, whatever the terminal was set to
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        BundleContext bundles =
                FrameworkUtil.getBundle(AnalyseApplication.class).getBundleContext();
        // there as soon as all jars of the extensions folder are installed
        service(bundles, InstalledExtensions.class);
        Optional<Extensions> extensions = service(bundles, Extensions.class);
        Optional<Imports> imports = service(bundles, Imports.class);
        Optional<Analyses> analyses = service(bundles, Analyses.class);
        Optional<Texts> texts = service(bundles, Texts.class);
        if (extensions.isEmpty() || imports.isEmpty() || analyses.isEmpty() || texts.isEmpty()) {
            err.println(new Words(Language.of(given, System.getenv())).text("services.missing"));
            return Failure.BAD_DATA;
        }
        return new AnalyseCommand(
                        new AnalyseCommand.Services(extensions.get(), imports.get(), analyses.get(), texts.get()),
                        out,
                        err)
                .run(given, System.getenv());
    }

    /** The tracker stays open: the service is used until the process ends. */
    static <T> Optional<T> service(BundleContext bundles, Class<T> type) throws InterruptedException {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(bundles, type, null);
        tracker.open();
        return Optional.ofNullable(tracker.waitForService(PATIENCE_MILLIS));
    }

    @Override
    public void stop() {
        // ends by itself
    }
}
