package fr.sillage.core.internal.guard;

import fr.sillage.api.source.SourceInput;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * A file as contributed code sees it: each read is a sign of life of the call in which it happens, and fails once that
 * call was told to end.
 *
 * @param call the call that is at work at the moment
 */
record WatchedInput(SourceInput file, Supplier<GuardedCall<?>> call) implements SourceInput {
    @Override
    public String name() {
        return file.name();
    }

    @Override
    public OptionalLong size() {
        return file.size();
    }

    @Override
    public InputStream open() throws IOException {
        return new FilterInputStream(file.open()) {
            @Override
            public int read() throws IOException {
                check();
                return super.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                check();
                return super.read(bytes, offset, length);
            }

            private void check() throws IOException {
                GuardedCall<?> now = call.get();
                now.sign();
                if (now.isTold()) {
                    throw new InterruptedIOException("told to end");
                }
            }
        };
    }
}
