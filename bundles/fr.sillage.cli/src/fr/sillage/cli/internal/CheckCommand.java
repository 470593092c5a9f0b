package fr.sillage.cli.internal;

import fr.sillage.core.check.CheckException;
import fr.sillage.core.check.Checked;
import fr.sillage.core.check.FolderCheck;
import fr.sillage.core.check.Problem;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/** {@code ./sillage check}: verifies a data folder and says what is wrong with which part. */
final class CheckCommand {
    private final FolderCheck check;
    private final Words words;
    private final PrintStream out;
    private final PrintStream err;
    private int problems;

    CheckCommand(FolderCheck check, Words words, PrintStream out, PrintStream err) {
        this.check = check;
        this.words = words;
        this.out = out;
        this.err = err;
    }

    /** @return the exit code: 0 where all is sound, else 1 */
    int run(Path folder, Optional<Path> secret) {
        try {
            check.check(folder, secret, this::tell);
        } catch (CheckException e) {
            err.println("sillage: " + words.text("check." + e.reason(), folder.toString()));
            return Failure.BAD_DATA;
        }
        if (problems == 0) {
            out.println(words.text("check.all"));
            return 0;
        }
        err.println("sillage: " + words.text("check.some", problems));
        return Failure.BAD_DATA;
    }

    private void tell(Checked part) {
        boolean platform = part.name().equals(Checked.PLATFORM);
        String name = platform ? words.text("check.platform") : words.text("check.silo", part.name());
        if (part.older()) {
            out.println(words.text("check.older", name));
        } else if (part.problems().isEmpty()) {
            out.println(
                    platform
                            ? words.text("check.sound", name)
                            : words.text("check.sound.rows", name, part.rows(), part.chunks()));
        }
        for (Problem problem : part.problems()) {
            problems++;
            out.println(
                    words.text("check.problem", name, words.text("check.problem." + problem.kind(), problem.detail())));
        }
    }
}
