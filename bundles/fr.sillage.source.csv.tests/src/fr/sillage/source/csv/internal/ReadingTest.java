package fr.sillage.source.csv.internal;

import static fr.sillage.source.csv.internal.Files.file;
import static fr.sillage.source.csv.internal.Files.plain;
import static fr.sillage.source.csv.internal.Files.read;
import static fr.sillage.source.csv.internal.Files.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.source.SourceInput;
import fr.sillage.delimited.BatchBuilder;
import fr.sillage.delimited.Separator;
import fr.sillage.source.csv.internal.Files.Table;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    @Test
    void emptyAndBlankCellsAreMissingAndOtherTextStays() {
        Table table = read("a;b\n x ;\n;\u00a0 \n\u0001;\"\"\n");

        assertEquals(
                List.of(Arrays.asList(" x ", null), Arrays.asList(null, null), Arrays.asList("\u0001", null)),
                table.rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"LF", "CRLF", "CR"})
    void aRowKnowsTheLineWhereItStarts(String kind) {
        String end = kind.replace("CR", "\r").replace("LF", "\n");
        String text = "a;b\nx;1\n\"of\nthree\nlines\";2\n\ny;3\nz;4".replace("\n", end);

        Table table = read(text);

        assertEquals(List.of(2L, 3L, 7L, 8L), table.lines());
        assertEquals("of" + end + "three" + end + "lines", table.rows().get(1).getFirst());
    }

    @Test
    void aDeclaredSeparatorIsNoRow() {
        Table table = read("sep=;\na;b\nx;1\n");

        assertEquals(List.of("a", "b"), table.names());
        assertEquals(List.of(3L), table.lines());
        assertEquals(
                List.of("a,b"), read(file("sep=,\na,b\n\"x,1\"\n"), plain()).names());
    }

    @Test
    void withoutAHeaderTheFirstRowIsData() {
        Table table = read(file("1,2\n3,4\n"), settings("UTF-8", "comma", "double", false));

        assertEquals(List.of("C1", "C2"), table.names());
        assertEquals(List.of(List.of("1", "2"), List.of("3", "4")), table.rows());
    }

    @Test
    void settingsThatAreNotGivenAreDetected() {
        Table table = read(file("nom\tnote\nÉlodie\t12\n", Charset.forName("windows-1252")), Values.NONE);

        assertEquals(List.of(List.of("Élodie", "12")), table.rows());
    }

    @Test
    void utf16WithoutAMarkCanBeChosen() {
        Table table =
                read(file("a;b\né;1\n", StandardCharsets.UTF_16LE), settings("UTF-16LE", "semicolon", "double", true));

        assertEquals(List.of(List.of("é", "1")), table.rows());
    }

    @Test
    void withoutQuotesAQuoteIsText() {
        assertEquals(
                "\"5",
                read(file("a;b\n\"5;1\n"), settings("UTF-8", "semicolon", "none", true))
                        .rows()
                        .getFirst()
                        .getFirst());
        assertEquals(
                "x;y",
                read(file("a;b\n'x;y';1\n"), settings("UTF-8", "semicolon", "single", true))
                        .rows()
                        .getFirst()
                        .getFirst());
    }

    @Test
    void rowsOfAnotherWidthAreKeptAside() {
        Table table = read("a;b\n1;2;3\nx;y\n\n4\n");

        assertEquals(List.of("reject.cells.many", "reject.cells.few"), table.reasons());
        assertEquals(
                List.of(2L, 5L), table.rejects().stream().map(r -> r.line()).toList());
        assertEquals("1;2;3", table.rejects().getFirst().content());
        assertEquals(List.of(3, 2), table.rejects().getFirst().reason().arguments());
        assertEquals(List.of(3L), table.lines());
    }

    @Test
    void aRepeatedHeaderIsKeptAside() {
        Table table = read("a;b\n1;2\na;b\n3;4\n");

        assertEquals(List.of("reject.header"), table.reasons());
        assertEquals(List.of(2L, 4L), table.lines());
    }

    @Test
    void textAfterAClosingQuoteKeepsItsRowAside() {
        Table table = read("a;b\n\"x\"y;1\n\"z\";2\n\"p\"q\"r;3\nw;4\n");

        assertEquals(List.of("reject.quote", "reject.quote"), table.reasons());
        assertEquals(List.of(3L, 5L), table.lines());
    }

    @Test
    void aLineOfTotalsIsKeptAsideAtTheEndOnly() {
        assertEquals(List.of("reject.totals"), read("a;b;n\nx;y;1\nTotal;;1\n").reasons());
        assertEquals(List.of(), read("a;b;n\nTotal;;1\nx;y;1\n").reasons());
        assertEquals(List.of(2L, 3L), read("a;b;n\nTotal;;1\nx;y;1\n").lines());
    }

    @Test
    void batchesAreBoundedAndProgressEndsAtOne() throws Exception {
        int whole = 10;
        int rows = whole * BatchBuilder.MOST_ROWS + 10;
        SourceInput file = file("a;b\n" + "x;1\n".repeat(rows));
        List<Double> progress = new ArrayList<>();
        JobControl job = new JobControl() {
            @Override
            public void progress(double fraction) {
                progress.add(fraction);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };

        try (var reader = Files.SOURCE.open(file, plain(), job)) {
            for (int batch = 0; batch < whole; batch++) {
                assertEquals(BatchBuilder.MOST_ROWS, reader.next().orElseThrow().rows());
            }
            assertEquals(10, reader.next().orElseThrow().rows());
            assertTrue(reader.next().isEmpty());
        }
        assertTrue(progress.size() > 2);
        assertEquals(1, progress.getLast());
        assertEquals(progress.stream().sorted().toList(), progress);
    }

    @Test
    void longTextsMakeShorterBatches() {
        String text = "a;b\n" + ("x".repeat(1 << 19) + ";1\n").repeat(10);

        Table table = read(text);

        assertEquals(2, table.batches());
        assertEquals(10, table.rows().size());
    }

    @Test
    void cancelledWorkEnds() {
        JobControl cancelled = new JobControl() {
            @Override
            public void progress(double fraction) {
                // not asked for
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };

        assertThrows(JobCancelledException.class, () -> Files.SOURCE.open(file("a;b\n1;2\n"), plain(), cancelled));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatCommonsCsvWritesIsReadBack(long seed) throws Exception {
        Random random = new Random(seed);
        for (int table = 0; table < 25; table++) {
            Separator separator = Separator.values()[random.nextInt(4)];
            String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
            Charset charset = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                    .get(random.nextInt(3));
            int width = 2 + random.nextInt(5);
            List<List<String>> rows = rows(random, width);
            StringWriter out = new StringWriter().append(random.nextBoolean() ? "\ufeff" : "");
            CSVFormat format = CSVFormat.Builder.create()
                    .setDelimiter(separator.character())
                    .setQuote('"')
                    .setRecordSeparator(end)
                    .get();
            try (CSVPrinter printer = new CSVPrinter(out, format)) {
                printer.printRecord(Header.generated(width).stream()
                        .map(name -> "colonne " + name)
                        .toList());
                printer.printRecords(rows);
            }

            Table read = read(file(out.toString(), charset), settings(charset.name(), separator.id(), "double", true));

            assertEquals(rows, read.rows());
            assertEquals(List.of(), read.rejects());
        }
    }

    private static List<List<String>> rows(Random random, int width) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = random.nextInt(60); i > 0; i--) {
            List<String> row = new ArrayList<>();
            for (int column = 0; column < width; column++) {
                row.add(random.nextInt(6) == 0 ? null : Files.cell(random));
            }
            rows.add(row);
        }
        return rows;
    }
}
