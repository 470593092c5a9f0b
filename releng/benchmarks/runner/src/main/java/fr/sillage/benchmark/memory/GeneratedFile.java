package fr.sillage.benchmark.memory;

import fr.sillage.api.source.SourceInput;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * A CSV file that is made while it is read, and takes no room.
 *
 * @param header the first line, without its end
 * @param rows how many lines follow
 * @param line writes one of them, without its end
 */
record GeneratedFile(String header, long rows, Line line) implements SourceInput {
    private static final int PIECE = 1_000;

    /** Writes a row; the same one each time that it is asked for. */
    interface Line {
        void write(long row, StringBuilder out);
    }

    @Override
    public String name() {
        return "generated.csv";
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.empty();
    }

    @Override
    public InputStream open() {
        return new Lines();
    }

    private final class Lines extends InputStream {
        private byte[] piece = (header + "\n").getBytes(StandardCharsets.UTF_8);
        private int at;
        private long row;

        @Override
        public int read() {
            return fill() ? piece[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, target, offset, count);
            at += count;
            return count;
        }

        private boolean fill() {
            if (at == piece.length && row < rows) {
                StringBuilder out = new StringBuilder();
                for (int i = 0; i < PIECE && row < rows; i++) {
                    line.write(row++, out);
                    out.append('\n');
                }
                piece = out.toString().getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            return at < piece.length;
        }
    }
}
