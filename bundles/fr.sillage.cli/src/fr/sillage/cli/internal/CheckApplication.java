package fr.sillage.cli.internal;

import fr.sillage.core.check.FolderCheck;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.FrameworkUtil;

/** What Equinox starts for {@code ./sillage check}; its result is the exit code. */
public final class CheckApplication implements IApplication {
    /** The folder to be checked; not the one that the program itself runs on. */
    static final String FOLDER = "sillage.check";

    static final String SECRET_FILE = "sillage.check.secretFile";

    @Override
    public Object start(IApplicationContext context) throws InterruptedException {
        context.applicationRunning();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Words words = new Words(Language.of(List.of(), System.getenv()));
        Optional<FolderCheck> check = AnalyseApplication.service(
                FrameworkUtil.getBundle(CheckApplication.class).getBundleContext(), FolderCheck.class);
        if (check.isEmpty()) {
            err.println(words.text("services.missing"));
            return Failure.BAD_DATA;
        }
        return new CheckCommand(check.get(), words, out, err)
                .run(
                        Path.of(System.getProperty(FOLDER)),
                        Optional.ofNullable(System.getProperty(SECRET_FILE)).map(Path::of));
    }

    @Override
    public void stop() {
        // ends by itself
    }
}
