package fr.sillage.ui.internal.imports;

import fr.sillage.core.silo.Spool;
import fr.sillage.core.silo.SpooledFile;
import fr.sillage.ui.kit.FileNames;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.rap.fileupload.FileDetails;
import org.eclipse.rap.fileupload.FileUploadReceiver;

/**
 * Streams what a browser sends into the silo's encrypted spool. Holds the files until they are taken or the receiver is
 * closed; called in the threads of requests.
 */
final class SpoolReceiver extends FileUploadReceiver implements AutoCloseable {
    private final Spool spool;
    private final long maximum;
    private final List<SpooledFile> waiting = new ArrayList<>();
    private boolean closed;

    /** @param maximum bytes in a file at the most */
    SpoolReceiver(Spool spool, long maximum) {
        this.spool = spool;
        this.maximum = maximum;
    }

    @Override
    public void receive(InputStream in, FileDetails details) throws IOException {
        keep(spool.receive(FileNames.withoutFolders(details.getFileName()), new Until(in), maximum));
    }

    private synchronized boolean closed() {
        return closed;
    }

    private synchronized void keep(SpooledFile file) {
        if (closed) {
            file.close();
        } else {
            waiting.add(file);
        }
    }

    /** The files that came; whoever takes them closes them. */
    synchronized List<SpooledFile> take() {
        List<SpooledFile> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    @Override
    public synchronized void close() {
        closed = true;
        take().forEach(SpooledFile::close);
    }

    /** Ends when nobody waits for the file any more, so that the rest of a long one is not taken in for nothing. */
    private final class Until extends FilterInputStream {
        Until(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            check();
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            check();
            return super.read(bytes, from, count);
        }

        private void check() throws IOException {
            if (closed()) {
                throw new InterruptedIOException("the upload was given up");
            }
        }
    }
}
