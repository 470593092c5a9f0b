package fr.sillage.delimited;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Takes a text apart into rows and cells, as Commons CSV does under {@link Layout#format}, in one pass over its bytes; a
 * property test compares the two. Refuses what is no text of the encoding, binary, a quote that is never closed, and a
 * cell or a row beyond all measure, and says where. Takes off a byte order mark.
 *
 * <p>Most cells are taken as they lie there, up to the byte that ends them. A cell in which anything is unusual is read
 * again from its beginning, sign by sign: it alone knows what comes first of all that may be wrong.
 */
final class RowScanner implements Closeable {
    private static final int BUFFER = 1 << 16;

    /** No byte. */
    private static final int NO_QUOTE = 1 << 8;

    private final ByteText input;
    private final Charset charset;
    private final PlainRuns runs;
    private final int quote;
    private final boolean nulAllowed;
    private final RecentCells recent;

    private byte[] buffer = new byte[BUFFER + RecentCells.BEHIND];
    private int at;
    private int end;
    private boolean begun;
    private boolean exhausted;

    private String[] cells = {};
    private int count;
    private boolean misquoted;
    private long line = 1;
    private final RowMeasure measure = new RowMeasure();
    private boolean afterReturn;

    RowScanner(ByteText input, Layout layout) {
        this.input = input;
        this.charset = layout.encoding();
        this.recent = new RecentCells(input.charset());
        this.quote = layout.quote().character().map(c -> (int) c).orElse(NO_QUOTE);
        this.nulAllowed = charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
        this.runs = new PlainRuns((byte) layout.separator().character(), nulAllowed);
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
        if (afterReturn && hasMore() && buffer[at] == '\n') {
            at++;
        }
        afterReturn = false;
        measure.row(line);
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
        return measure.rowLine();
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
        measure.cell(line);
        if (hasMore() && buffer[at] == quote) {
            return quoted();
        }
        int start = at;
        while (true) {
            int run = runs.end(buffer, at, end);
            if (run < end || run - start >= RowReader.LONGEST_CELL) {
                return plain(start, run);
            }
            at = run;
            start = keepFrom(start);
            if (!fill()) {
                return plain(start, end);
            }
        }
    }

    /** A cell without quotes, up to what ends it. @return whether the row goes on */
    private boolean plain(int start, int run) throws IOException {
        at = run;
        boolean last = run == end;
        if ((last ? exhausted : buffer[run] != 0) && taken(start, run, 0)) {
            return !last && ended();
        }
        at = start;
        return rest(new StringBuilder(), false);
    }

    /**
     * Takes bytes as a cell, unless something may be wrong with them.
     *
     * @param signs around it that count as well
     */
    private boolean taken(int from, int to, int signs) {
        if (!measure.hasRoom(to - from + signs)) {
            return false;
        }
        String text = recent.text(count, buffer, from, to);
        if (text.indexOf(ByteText.REPLACEMENT) >= 0) {
            return false; // of bytes that are no text, or of the file itself
        }
        measure.took(text.length() + signs);
        add(text);
        return true;
    }

    /** The sign at hand ends a cell. @return whether the row goes on */
    private boolean ended() throws FileFault {
        byte sign = buffer[at];
        refuseBinary(sign);
        measure.take(1, false);
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
        int close = at + 1;
        while (close < end && buffer[close] != quote && (buffer[close] > '\r' || buffer[close] < 0)) {
            close++;
        }
        if (close + 1 < end
                && buffer[close] == quote
                && runs.isEnd(buffer[close + 1])
                && buffer[close + 1] != 0
                && taken(at + 1, close, 2)) {
            at = close + 1;
            return ended();
        }
        return unusualQuoted();
    }

    private boolean unusualQuoted() throws IOException {
        StringBuilder text = new StringBuilder();
        step(text, false);
        text.setLength(0);
        while (true) {
            if (!hasMore()) {
                throw new FileFault(DelimitedMessages.of("refused.quote"), measure.cellLine());
            }
            boolean closing = buffer[at] == quote;
            step(text, true);
            if (closing && hasMore() && buffer[at] == quote) {
                step(text, false);
                text.setLength(text.length() - 1);
            } else if (closing) {
                text.setLength(text.length() - 1);
                return rest(text, true);
            }
        }
    }

    /**
     * The rest of a cell, whatever it is: what stands between a closing quote and the end of the cell belongs to it.
     *
     * @return whether the row goes on
     */
    private boolean rest(StringBuilder text, boolean afterQuote) throws IOException {
        while (hasMore()) {
            if (runs.isEnd(buffer[at]) && buffer[at] != 0) {
                add(text.toString());
                return ended();
            }
            int before = text.length();
            step(text, false);
            misquoted |= afterQuote && !Character.isWhitespace(text.charAt(before));
        }
        add(text.toString());
        return false;
    }

    /** Takes one sign of a cell. @param inside whether it follows the opening quote and no closing one */
    private void step(StringBuilder into, boolean inside) throws IOException {
        byte sign = buffer[at];
        refuseBinary(sign);
        if (sign < 0) {
            foreign(into, inside);
            return;
        }
        at++;
        into.append((char) sign);
        measure.take(1, inside);
        if (inside && (sign == '\r' || sign == '\n' && !afterReturn)) {
            line++;
        }
        afterReturn = inside && sign == '\r';
    }

    /** Takes a sign that is not ASCII. */
    private void foreign(StringBuilder into, boolean inside) throws IOException {
        int bytes = input.length(buffer[at]);
        while (end - at < bytes) {
            keepFrom(at);
            if (!read()) {
                break;
            }
        }
        int taken = Math.min(bytes, end - at);
        String sign;
        try {
            sign = input.sign(buffer, at, taken);
        } catch (CharacterCodingException e) {
            throw noText();
        }
        at += taken;
        into.append(sign);
        measure.take(sign.length(), inside);
        afterReturn = false;
    }

    private FileFault noText() {
        return new FileFault(
                DelimitedMessages.of("refused.bytes", charset.name(), DetectedEncoding.instead(charset)), line);
    }

    private void add(String cell) {
        if (count == cells.length) {
            cells = Arrays.copyOf(cells, Math.max(16, 2 * count));
        }
        cells[count++] = cell;
    }

    private void refuseBinary(byte sign) throws FileFault {
        if (sign == 0 && !nulAllowed) {
            throw new FileFault(DelimitedMessages.of("refused.binary"), line);
        }
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
        if (end + RecentCells.BEHIND == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        return 0;
    }

    /** Reads on where nothing is left. @return whether there is more */
    private boolean fill() throws IOException {
        boolean more = read();
        while (more && (at == end || !begun && end - at < ByteText.MARK)) {
            more = read();
        }
        if (!begun) {
            begun = true;
            if (input.isMark(buffer, at, end)) {
                at += ByteText.MARK;
                return at < end || fill();
            }
        }
        return at < end;
    }

    private boolean read() throws IOException {
        if (exhausted) {
            return false;
        }
        int read;
        try {
            read = input.read(buffer, end, buffer.length - RecentCells.BEHIND - end);
        } catch (CharacterCodingException e) {
            throw noText();
        }
        exhausted = read < 0;
        end += Math.max(0, read);
        return !exhausted;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
