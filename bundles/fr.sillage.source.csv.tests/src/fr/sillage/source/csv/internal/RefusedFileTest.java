package fr.sillage.source.csv.internal;

import static fr.sillage.source.csv.internal.Files.file;
import static fr.sillage.source.csv.internal.Files.plain;
import static fr.sillage.source.csv.internal.Files.refusal;
import static fr.sillage.source.csv.internal.Files.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.Values;
import fr.sillage.api.source.SourceException;
import fr.sillage.api.source.SourceInput;
import fr.sillage.delimited.RowReader;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedFileTest {
    private static void assertRefused(String key, long line, SourceInput file, Values settings) {
        SourceException refusal = refusal(file, settings);
        assertEquals(key, refusal.reason().key().key());
        assertEquals(line == 0 ? OptionalLong.empty() : OptionalLong.of(line), refusal.line());
    }

    private static void assertRefused(String key, long line, String text) {
        assertRefused(key, line, file(text), plain());
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertRefused("refused.empty", 0, "");
        assertRefused("refused.empty", 0, "\n \n");
        assertRefused("refused.empty", 0, "sep=;\n");
        assertRefused("refused.binary", 2, "a;b\n1;\0\n");
        assertRefused("refused.setting", 0, file("a;b\n"), plain().with("separator", "dash"));
        assertRefused("refused.setting", 0, file("a;b\n"), plain().with("encoding", "no such"));
    }

    @Test
    void aHeaderThatIsNoneIsRefused() {
        assertRefused("refused.header.values", 1, "1;19/11/2023\n2;20/11/2023\n");
        assertRefused("refused.header.empty", 1, "a;;c\n1;2;3\n");
        assertRefused("refused.header.twice", 2, "\na;b;a \n1;2;3\n");
        assertEquals(List.of(1, 3), refusal(file("a;b;a\n"), plain()).reason().arguments());
        assertRefused("refused.header.quote", 1, "\"a\"x;b\n1;2\n");
    }

    @ParameterizedTest
    @CsvSource({"LF", "CRLF", "CR"})
    void anUnclosedQuoteIsRefusedWithTheLineWhereItOpened(String kind) {
        String end = kind.replace("CR", "\r").replace("LF", "\n");

        assertRefused("refused.quote", 3, "a;b\nx;1\ny;\"2\nz;3\n".replace("\n", end));
    }

    @Test
    void bytesOfAnotherEncodingAreRefusedWithTheirLine() {
        String text = "a;b\n" + "x;1\n".repeat(50_000) + "é;2\n";
        SourceInput windows = file(text, Charset.forName("windows-1252"));

        assertRefused("refused.bytes", 50_002, windows, plain());
        assertEquals(
                List.of("UTF-8", "windows-1252"),
                refusal(windows, plain()).reason().arguments());
        assertRefused(
                "refused.bytes",
                1,
                new Files.Bytes(new byte[] {'a', (byte) 0x81, ';'}),
                settings("windows-1252", "semicolon", "double", true));
    }

    /** A gibibyte that is nowhere: made while it is read. */
    private record Endless(String start, String filling, AtomicLong read) implements SourceInput {
        private static final long BYTES = 1L << 30;

        @Override
        public String name() {
            return "endless.csv";
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.of(BYTES);
        }

        @Override
        public InputStream open() {
            return new InputStream() {
                private long position;

                @Override
                public int read() {
                    if (position >= BYTES) {
                        return -1;
                    }
                    read.incrementAndGet();
                    long at = position++;
                    return at < start.length()
                            ? start.charAt((int) at)
                            : filling.charAt((int) ((at - start.length()) % filling.length()));
                }
            };
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a;b/1;|x|refused.cell", "a;b/1;'|x/|refused.cell.quoted", "|x|refused.cell", "a;b/|x;|refused.row"
            })
    void aLineOfAGibibyteIsRefusedAfterItsFirstPart(String start, String filling, String reason) {
        AtomicLong read = new AtomicLong();
        SourceInput endless = new Endless(
                (start == null ? "" : start).replace('/', '\n').replace('\'', '"'), filling.replace('/', '\n'), read);

        assertEquals(reason, refusal(endless, plain()).reason().key().key());
        assertTrue(read.get() < 64 << 20, "read " + read.get());
    }

    @Test
    void aCellOrARowBeyondMeasureIsRefused() {
        assertRefused("refused.cell.quoted", 2, "a;b\n\"" + "x\n".repeat(RowReader.LONGEST_CELL));
        assertRefused("refused.cell", 2, "a;b\n" + "x".repeat(RowReader.LONGEST_CELL + 1));
        assertRefused("refused.row", 2, "a;b\n" + "xxxxxxx;".repeat(RowReader.LONGEST_ROW / 8 + 1));
    }
}
