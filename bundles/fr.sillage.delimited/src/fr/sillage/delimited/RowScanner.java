package fr.sillage.delimited;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Takes a text apart into rows and cells, as Commons CSV does under {@link Layout#format}, in one pass; a property test
 * compares the two. Refuses what is no text of the encoding, binary, a quote that is never closed, and a cell or a row
 * beyond all measure, and says where. Takes off a byte order mark.
 */
final class RowScanner implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int NO_QUOTE = -1;
    private static final int SIGNS = 128;

    private final Reader decoded;
    private final Charset charset;
    private final int quote;

    /** What ends a run of plain text in a cell without quotes; only signs below 128 do. */
    private final boolean[] plainEnds = new boolean[SIGNS];

    private final boolean nulAllowed;
    private final RecentCells recent = new RecentCells();

    private char[] buffer = new char[BUFFER];
    private int at;
    private int end;
    private boolean begun;
    private boolean exhausted;

    private String[] cells = {};
    private int count;
    private boolean misquoted;
    private long line = 1;
    private long rowLine;
    private long cellLine;
    private int rowLength;
    private int cellLength;
    private boolean afterReturn;

    RowScanner(Reader decoded, Layout layout) {
        this.decoded = decoded;
        this.charset = layout.encoding();
        this.quote = layout.quote().character().map(c -> (int) c).orElse(NO_QUOTE);
        this.nulAllowed = charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
        plainEnds[layout.separator().character()] = true;
        plainEnds['\n'] = true;
        plainEnds['\r'] = true;
        plainEnds[0] = !nulAllowed;
    }

    /**
     * Goes on to the next row.
     *
     * @return whether there is one
     * @throws FileFault where the file is to be refused
     */
    boolean next() throws IOException {
        count = 0;
        misquoted = false;
        rowLength = 0;
        if (afterReturn && hasMore() && buffer[at] == '\n') {
            at++;
        }
        afterReturn = false;
        rowLine = line;
        if (!hasMore()) {
            return false;
        }
        while (cell()) {
            // the next one
        }
        return true;
    }

    /** Where the row starts, from 1. */
    long line() {
        return rowLine;
    }

    List<String> cells() {
        if (cells.length != count) {
            cells = Arrays.copyOf(cells, count); // the next row will have as many
        }
        return List.of(cells);
    }

    /** Whether text follows a closing quote in the row. */
    boolean isMisquoted() {
        return misquoted;
    }

    /** Reads a cell with what ends it. @return whether the row goes on */
    private boolean cell() throws IOException {
        cellLine = line;
        cellLength = 0;
        if (hasMore() && buffer[at] == quote) {
            return quoted();
        }
        int start = at;
        while (true) {
            int run = runEnd(buffer, at, end, plainEnds);
            measure(run - at, false);
            at = run;
            if (run < end) {
                add(recent.text(count, buffer, start, run));
                return ended();
            }
            int length = at - start;
            start = keepFrom(start);
            if (at == end && !fill()) {
                add(recent.text(count, buffer, start, start + length));
                return false;
            }
        }
    }

    private static int runEnd(char[] signs, int from, int to, boolean[] ends) {
        int run = from;
        while (run < to && !(signs[run] < SIGNS && ends[signs[run]])) {
            run++;
        }
        return run;
    }

    /** The sign at hand ends a cell. @return whether the row goes on */
    private boolean ended() throws FileFault {
        char sign = buffer[at];
        refuseBinary(sign);
        measure(1, false);
        at++;
        if (sign == '\n' || sign == '\r') {
            line++;
            afterReturn = sign == '\r';
            return false;
        }
        return true;
    }

    /** A cell that begins with a quote. @return whether the row goes on */
    private boolean quoted() throws IOException {
        StringBuilder text = new StringBuilder();
        step(false);
        while (true) {
            if (!hasMore()) {
                throw new FileFault(DelimitedMessages.of("refused.quote"), cellLine);
            }
            char sign = buffer[at];
            step(true);
            if (sign != quote) {
                text.append(sign);
            } else if (hasMore() && buffer[at] == quote) {
                step(false);
                text.append(sign);
            } else {
                return afterQuote(text);
            }
        }
    }

    /** What stands between a closing quote and the end of the cell belongs to it. @return whether the row goes on */
    private boolean afterQuote(StringBuilder text) throws IOException {
        while (hasMore()) {
            char sign = buffer[at];
            if (sign < SIGNS && plainEnds[sign] && sign != 0) {
                add(text.toString());
                return ended();
            }
            step(false);
            text.append(sign);
            misquoted |= !Character.isWhitespace(sign);
        }
        add(text.toString());
        return false;
    }

    /** Takes one sign of a cell with quotes. @param inside whether it follows the opening quote and no closing one */
    private void step(boolean inside) throws FileFault {
        char sign = buffer[at++];
        refuseBinary(sign);
        measure(1, inside);
        if (inside && (sign == '\r' || sign == '\n' && !afterReturn)) {
            line++;
        }
        afterReturn = inside && sign == '\r';
    }

    private void add(String cell) {
        if (count == cells.length) {
            cells = Arrays.copyOf(cells, Math.max(16, 2 * count));
        }
        cells[count++] = cell;
    }

    private void refuseBinary(char sign) throws FileFault {
        if (sign == 0 && !nulAllowed) {
            throw new FileFault(DelimitedMessages.of("refused.binary"), line);
        }
    }

    /** Takes so many signs into account, of which the first one too many counts. */
    private void measure(int signs, boolean inside) throws FileFault {
        int cellRoom = RowReader.LONGEST_CELL - cellLength;
        int rowRoom = RowReader.LONGEST_ROW - rowLength;
        if (signs > cellRoom && cellRoom <= rowRoom) {
            String key = inside ? "refused.cell.quoted" : "refused.cell";
            throw new FileFault(DelimitedMessages.of(key, RowReader.LONGEST_CELL), cellLine);
        }
        if (signs > rowRoom) {
            throw new FileFault(DelimitedMessages.of("refused.row", RowReader.LONGEST_ROW), rowLine);
        }
        cellLength += signs;
        rowLength += signs;
    }

    private boolean hasMore() throws IOException {
        if (at < end) {
            return true;
        }
        at = 0;
        end = 0;
        return fill();
    }

    /** Moves the beginning of a cell to the front. @return where it stands then */
    private int keepFrom(int start) {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            at -= start;
            end -= start;
        }
        if (end > buffer.length - 2) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        return 0;
    }

    /** Reads on behind what is there. @return whether there is more */
    private boolean fill() throws IOException {
        while (!exhausted) {
            int read;
            try {
                read = decoded.read(buffer, end, buffer.length - end);
            } catch (CharacterCodingException e) {
                throw new FileFault(
                        DelimitedMessages.of("refused.bytes", charset.name(), DetectedEncoding.instead(charset)), line);
            }
            exhausted = read < 0;
            if (!exhausted) {
                end += read;
                if (!begun && buffer[at] == '\ufeff') {
                    at++;
                }
                begun = true;
                if (at < end) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        decoded.close();
    }
}
