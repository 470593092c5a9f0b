package fr.sillage.delimited;

import java.io.Closeable;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

    private static final int ASCII = 128;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x80 * EACH;

    /** Line ends, zero and tabulator are less. */
    private static final long CONTROLS = ('\r' + 1) * EACH;

    private final ByteText input;
    private final Charset charset;
    private final byte separator;
    private final int quote;

    /** What ends a run of plain text in a cell without quotes; only signs below 128 do. */
    private final boolean[] plainEnds = new boolean[ASCII];

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
    private long rowLine;
    private long cellLine;
    private int rowLength;
    private int cellLength;
    private boolean afterReturn;

    RowScanner(ByteText input, Layout layout) {
        this.input = input;
        this.charset = layout.encoding();
        this.recent = new RecentCells(input.charset());
        this.separator = (byte) layout.separator().character();
        this.quote = layout.quote().character().map(c -> (int) c).orElse(NO_QUOTE);
        this.nulAllowed = charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
        plainEnds[separator] = true;
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
            int run = runEnd(at);
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

    /** Where a run of plain text ends. Looks at eight bytes at once: a byte less than another one borrows its high bit. */
    private int runEnd(int from) {
        byte[] bytes = buffer;
        long separators = separator * EACH;
        int last = end - Long.BYTES;
        int run = from;
        while (run <= last) {
            long word = (long) WORD.get(bytes, run);
            long same = word ^ separators;
            long ends = ((word - CONTROLS) & ~word | (same - EACH) & ~same) & HIGH_BITS;
            if (ends == 0) {
                run += Long.BYTES;
            } else {
                run += Long.numberOfTrailingZeros(ends) / Byte.SIZE;
                if (plainEnds[bytes[run]]) {
                    return run;
                }
                run++;
            }
        }
        while (run < end && !isPlainEnd(bytes[run])) {
            run++;
        }
        return run;
    }

    private boolean isPlainEnd(byte sign) {
        return sign >= 0 && plainEnds[sign];
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
        int most = to - from + signs;
        if (most >= RowReader.LONGEST_CELL || rowLength + most >= RowReader.LONGEST_ROW) {
            return false;
        }
        String text = recent.text(count, buffer, from, to);
        if (text.indexOf(ByteText.REPLACEMENT) >= 0) {
            return false; // of bytes that are no text, or of the file itself
        }
        cellLength = text.length() + signs;
        rowLength += cellLength;
        add(text);
        return true;
    }

    /** The sign at hand ends a cell. @return whether the row goes on */
    private boolean ended() throws FileFault {
        byte sign = buffer[at];
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
        int close = at + 1;
        while (close < end && buffer[close] != quote && (buffer[close] > '\r' || buffer[close] < 0)) {
            close++;
        }
        if (close + 1 < end
                && buffer[close] == quote
                && isPlainEnd(buffer[close + 1])
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
                throw new FileFault(DelimitedMessages.of("refused.quote"), cellLine);
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
            if (isPlainEnd(buffer[at]) && buffer[at] != 0) {
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
        measure(1, inside);
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
        measure(sign.length(), inside);
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
