package fr.sillage.delimited;

import fr.sillage.api.JobControl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** Bytes of a file: asks the job before it reads and tells it how far it is. */
final class ToldInput extends FilterInputStream {
    private final OptionalLong size;
    private final JobControl job;
    private long count;

    ToldInput(InputStream in, OptionalLong size, JobControl job) {
        super(in);
        this.size = size;
        this.job = job;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        job.check();
        int read = super.read(target, offset, length);
        if (read > 0) {
            count += read;
            job.progress(size.isEmpty() || size.getAsLong() <= 0 ? -1 : Math.min(1, count / (double) size.getAsLong()));
        }
        return read;
    }
}
