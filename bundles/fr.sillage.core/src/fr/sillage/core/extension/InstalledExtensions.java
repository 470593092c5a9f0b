package fr.sillage.core.extension;

import fr.sillage.core.community.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * What is installed. A jar in the extensions folder of the platform is installed and started while people work;
 * replaced or removed, its extension goes with it.
 */
public interface InstalledExtensions {
    /** The product's own and those of the folder, by symbolic name. */
    List<InstalledExtension> all();

    /**
     * Tells of each change, from any thread: what comes and goes, quarantine, faults.
     *
     * @return ends the watching
     */
    Runnable watch(Runnable changed);

    /**
     * The administrator's side.
     *
     * @throws fr.sillage.core.community.AccessDeniedException for everybody else
     */
    Administration administer(UserId administrator);

    /** What the platform administrator does. */
    interface Administration {
        /** Largest file that is taken, in bytes. */
        long LARGEST = 100L * 1024 * 1024;

        /** Files in the folder that are not installed. */
        List<RefusedFile> refused();

        /** The latest first, at most some hundred. */
        List<ExtensionFault> faults();

        /** Threads that extensions did not end when told to, and that are still there. */
        int abandonedThreads();

        /**
         * Puts a jar into the folder, in the place of another one of the same name, and installs it.
         *
         * @throws RefusedFileException where it is no extension, or may not be one; the folder is as before
         * @throws IOException where the bytes cannot be read or written; the folder is as before
         */
        void install(String file, InputStream jar) throws RefusedFileException, IOException;

        /** Takes a file out of the folder; harmless where it is gone. */
        void remove(String file) throws IOException;

        /** Ends the quarantine of a bundle. */
        void release(String bundle);
    }
}
