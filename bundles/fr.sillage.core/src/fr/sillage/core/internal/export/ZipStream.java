package fr.sillage.core.internal.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip that is made while it is read: of its files only one is in memory at a time. */
final class ZipStream extends InputStream {
    /** @param path with slashes */
    record Entry(String path, byte[] content) {}

    private final Iterator<Entry> entries;
    private final long time;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(made, StandardCharsets.UTF_8);
    private InputStream ready = InputStream.nullInputStream();
    private boolean finished;

    /** @param entries asked for one after the other */
    ZipStream(Iterator<Entry> entries, Instant time) {
        this.entries = Objects.requireNonNull(entries);
        this.time = time.toEpochMilli();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = ready.read(buffer, offset, length);
        while (count < 0 && !finished) {
            next();
            count = ready.read(buffer, offset, length);
        }
        return count;
    }

    private void next() throws IOException {
        made.reset();
        if (entries.hasNext()) {
            Entry entry = entries.next();
            ZipEntry head = new ZipEntry(entry.path());
            head.setTime(time);
            zip.putNextEntry(head);
            zip.write(entry.content());
            zip.closeEntry();
        } else {
            zip.close();
            finished = true;
        }
        ready = new ByteArrayInputStream(made.toByteArray());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
