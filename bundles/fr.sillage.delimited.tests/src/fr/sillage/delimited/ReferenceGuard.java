package fr.sillage.delimited;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Looks at the characters on their way to the parser. It follows the same rules of quoting, and so can refuse what
 * the parser would take in without bound or without saying where: bytes that are not of the encoding, binary
 * content, a quote that is never closed, a cell or a row beyond all measure. Takes off a byte order mark.
 */
final class ReferenceGuard extends Reader {
    private static final int NO_QUOTE = -1;

    private enum State {
        CELL_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED,
        AFTER_QUOTED
    }

    private final Reader decoded;
    private final Charset charset;
    private final char separator;
    private final int quote;
    private final boolean nulAllowed;
    private final char[] buffer = new char[8192];
    private final Deque<Long> misquoted = new ArrayDeque<>();
    private int from;
    private int to;
    private boolean begun;
    private State state = State.CELL_START;
    private char last;
    private long line = 1;
    private long row;
    private long cellLine = 1;
    private long rowLine = 1;
    private int cellLength;
    private int rowLength;

    ReferenceGuard(Reader decoded, Layout layout) {
        this.decoded = decoded;
        this.charset = layout.encoding();
        this.separator = layout.separator().character();
        this.quote = layout.quote().character().map(c -> (int) c).orElse(NO_QUOTE);
        this.nulAllowed = charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (from == to) {
            if (!fill()) {
                return -1;
            }
        }
        int count = Math.min(length, to - from);
        System.arraycopy(buffer, from, target, offset, count);
        from += count;
        return count;
    }

    /**
     * Whether text follows a closing quote in a row; to be asked in the order of the rows.
     *
     * @param index from 0, blank lines counted
     */
    boolean misquoted(long index) {
        while (!misquoted.isEmpty() && misquoted.peek() < index) {
            misquoted.remove();
        }
        return !misquoted.isEmpty() && misquoted.peek() == index;
    }

    private boolean fill() throws IOException {
        int read;
        try {
            read = decoded.read(buffer, 0, buffer.length);
        } catch (CharacterCodingException e) {
            throw new FileFault(
                    DelimitedMessages.of("refused.bytes", charset.name(), DetectedEncoding.instead(charset)), line);
        }
        if (read < 0) {
            if (state == State.QUOTED) {
                throw new FileFault(DelimitedMessages.of("refused.quote"), cellLine);
            }
            return false;
        }
        from = !begun && buffer[0] == '\ufeff' ? 1 : 0;
        to = read;
        begun = true;
        for (int i = from; i < to; i++) {
            see(buffer[i]);
            last = buffer[i];
        }
        return true;
    }

    private void see(char ch) throws FileFault {
        if (ch == 0 && !nulAllowed) {
            throw new FileFault(DelimitedMessages.of("refused.binary"), line);
        }
        boolean secondOfTwo = ch == '\n' && last == '\r';
        boolean lineEnd = ch == '\r' || ch == '\n';
        if (secondOfTwo && state == State.CELL_START) {
            return;
        }
        measure();
        state = switch (state) {
            case CELL_START -> ch == quote ? State.QUOTED : outside(ch, lineEnd, State.PLAIN);
            case PLAIN -> outside(ch, lineEnd, State.PLAIN);
            case QUOTED -> ch == quote ? State.QUOTE_IN_QUOTED : State.QUOTED;
            case QUOTE_IN_QUOTED -> ch == quote ? State.QUOTED : afterQuote(ch, lineEnd);
            case AFTER_QUOTED -> afterQuote(ch, lineEnd);
        };
        if (lineEnd && !secondOfTwo) {
            line++;
        }
        if (state == State.CELL_START) {
            nextCell(lineEnd);
        }
    }

    private State outside(char ch, boolean lineEnd, State otherwise) {
        return ch == separator || lineEnd ? State.CELL_START : otherwise;
    }

    private State afterQuote(char ch, boolean lineEnd) {
        State next = outside(ch, lineEnd, State.AFTER_QUOTED);
        if (next == State.AFTER_QUOTED
                && !Character.isWhitespace(ch)
                && !Long.valueOf(row).equals(misquoted.peekLast())) {
            misquoted.add(row);
        }
        return next;
    }

    private void measure() throws FileFault {
        if (++cellLength > RowReader.LONGEST_CELL) {
            throw new FileFault(
                    DelimitedMessages.of(
                            state == State.QUOTED ? "refused.cell.quoted" : "refused.cell", RowReader.LONGEST_CELL),
                    cellLine);
        }
        if (++rowLength > RowReader.LONGEST_ROW) {
            throw new FileFault(DelimitedMessages.of("refused.row", RowReader.LONGEST_ROW), rowLine);
        }
    }

    private void nextCell(boolean rowEnds) {
        cellLength = 0;
        cellLine = line;
        if (rowEnds) {
            row++;
            rowLength = 0;
            rowLine = line;
        }
    }

    @Override
    public void close() throws IOException {
        decoded.close();
    }
}
