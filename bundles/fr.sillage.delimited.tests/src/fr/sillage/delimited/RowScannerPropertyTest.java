package fr.sillage.delimited;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.api.JobControl;
import fr.sillage.api.source.SourceException;
import fr.sillage.api.source.SourceInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are: the same rows on the same lines, and the same refusal, as by Commons CSV. */
class RowScannerPropertyTest {
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.ISO_8859_1,
            Charset.forName("windows-1252"),
            Charset.forName("IBM850"),
            Charset.forName("Shift_JIS"),
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE);

    /** What a text is made of, the usual ones often. */
    private static final String[] PIECES = {
        "a",
        "b",
        "Académie 12",
        "\"",
        "\"",
        "\"\"",
        ",",
        ",",
        ";",
        ";",
        "\t",
        "|",
        "\n",
        "\n",
        "\r\n",
        "\r",
        " ",
        "'",
        "€",
        "\u00a0",
        "😀",
        "\\",
        "#",
        "x\ny",
        "ポ", // in Shift_JIS with the byte of a bar
        "\"Module de formation 12\"",
        "agent12345@ac.example",
        "total"
    };

    /** Seldom: what is refused, a long cell. */
    private static final String[] RARE = {"\0", "\ufeff", "\ud800", "z".repeat(5_000), "\"" + "q".repeat(70_000)};

    @Test
    void randomTextsAreReadAsByTheReference() throws IOException {
        for (long seed = 1; seed <= 6_000; seed++) {
            Random random = new Random(seed);
            Layout layout = new Layout(
                    CHARSETS.get(random.nextInt(CHARSETS.size())),
                    Separator.values()[random.nextInt(Separator.values().length)],
                    Quote.values()[random.nextInt(Quote.values().length)]);
            byte[] bytes = bytes(random, layout.encoding());
            assertEquals(
                    reference(bytes, layout),
                    scanned(bytes, layout, 1 + random.nextInt(random.nextBoolean() ? 9 : 70_000)),
                    "seed " + seed + ", " + layout);
        }
    }

    @Test
    void whatIsTooLongIsRefusedAtTheSamePlace() throws IOException {
        int cell = RowReader.LONGEST_CELL;
        List<String> texts = List.of(
                "a;b\n" + "x".repeat(cell - 1) + ";1\n2;3\n",
                "a;b\n" + "x".repeat(cell) + ";1\n2;3\n",
                "a;b\n" + "x".repeat(cell + 1),
                "a;b\n\"" + "x\n".repeat(cell / 2 - 1) + "\";1\n",
                "a;b\n\"" + "x\n".repeat(cell / 2) + "\";1\n",
                "a;b\n\"x\"" + "y".repeat(cell) + ";1\n",
                "a;b\n" + "xxxxxxx;".repeat(RowReader.LONGEST_ROW / 8) + "\n1;2",
                "a;b\n" + "xxxxxxx;".repeat(RowReader.LONGEST_ROW / 8 - 1) + "xxxxxxx\n1;2",
                "a;b\n" + "x".repeat(cell - 1) + "\0;1\n",
                "a;b\n" + "x".repeat(cell) + "\0;1\n");
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertEquals(reference(bytes, Layout.PLAIN), scanned(bytes, Layout.PLAIN, Integer.MAX_VALUE));
        }
    }

    private static byte[] bytes(Random random, Charset charset) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int pieces = random.nextInt(random.nextInt(20) == 0 ? 3_000 : 40);
        boolean rare = random.nextInt(8) == 0;
        for (int i = 0; i < pieces; i++) {
            String[] from = rare && random.nextInt(30) == 0 ? RARE : PIECES;
            out.write(from[random.nextInt(from.length)].getBytes(charset));
            if (rare && random.nextInt(300) == 0) {
                out.write(0xC3); // half of a sign in UTF-8, and puts UTF-16 out of step
            }
        }
        return out.toByteArray();
    }

    /** All rows as one text, then how it ended; of a refusal what comes before it does not count. */
    private static List<String> reference(byte[] bytes, Layout layout) throws IOException {
        try (ReferenceRows rows = ReferenceRows.open(bytes, layout)) {
            List<String> read = new ArrayList<>();
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                read.add(row.get().toString());
            }
            return read;
        } catch (SourceException e) {
            return List.of(e.reason() + " in line " + e.line());
        }
    }

    /** @param most bytes that are read at once */
    private static List<String> scanned(byte[] bytes, Layout layout, int most) throws IOException {
        try (RowReader rows = RowReader.open(new Bytes(bytes, most), layout, JobControl.NONE)) {
            List<String> read = new ArrayList<>();
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                read.add(row.get().toString());
            }
            return read;
        } catch (SourceException e) {
            return List.of(e.reason() + " in line " + e.line());
        }
    }

    private record Bytes(byte[] bytes, int most) implements SourceInput {
        @Override
        public String name() {
            return "bytes";
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.empty();
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes) {
                @Override
                public synchronized int read(byte[] target, int offset, int length) {
                    return super.read(target, offset, Math.min(length, most));
                }
            };
        }
    }
}
