package fr.sillage.ui.internal.imports;

import fr.sillage.core.silo.Spool;
import fr.sillage.core.silo.SpooledFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.rap.fileupload.FileDetails;
import org.eclipse.rap.fileupload.FileUploadReceiver;

/**
 * Streams what a browser sends into the silo's encrypted spool. Holds the last file until it is taken or the receiver
 * is closed; called in the threads of requests.
 */
final class SpoolReceiver extends FileUploadReceiver implements AutoCloseable {
    /** Bytes in a file at the most: 2 GiB. */
    static final long MAXIMUM = 2L << 30;

    private final Spool spool;
    private Optional<SpooledFile> waiting = Optional.empty();
    private boolean closed;

    SpoolReceiver(Spool spool) {
        this.spool = spool;
    }

    @Override
    public void receive(InputStream in, FileDetails details) throws IOException {
        keep(spool.receive(withoutFolders(details.getFileName()), in, MAXIMUM));
    }

    private synchronized void keep(SpooledFile file) {
        waiting.ifPresent(SpooledFile::close);
        if (closed) {
            file.close();
        } else {
            waiting = Optional.of(file);
        }
    }

    /** The file that came; whoever takes it closes it. */
    synchronized Optional<SpooledFile> take() {
        Optional<SpooledFile> taken = waiting;
        waiting = Optional.empty();
        return taken;
    }

    @Override
    public synchronized void close() {
        closed = true;
        take().ifPresent(SpooledFile::close);
    }

    private static String withoutFolders(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
