package fr.sillage.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.api.analysis.TableColumn;
import fr.sillage.api.analysis.TableColumn.Kind;
import fr.sillage.api.published.Precision;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Files that a spreadsheet reads as they are meant. */
class CsvExportTest {
    private static final CsvExport.Words WORDS = new CsvExport.Words() {
        @Override
        public String table(String id) {
            return "Table " + id;
        }

        @Override
        public String column(String name) {
            return "Col " + name;
        }

        @Override
        public String term(String id) {
            return "Term " + id;
        }

        @Override
        public String hidden() {
            return "masqué";
        }

        @Override
        public String flag(boolean set) {
            return set ? "oui" : "non";
        }
    };

    @Test
    void frenchFilesHaveSemicolonsAndDecimalCommas() {
        PublishedTable table = table(List.of(label("Écosse"), exact(1234.5)));

        assertEquals("Table t\r\nCol name;Col value\r\nÉcosse;1234,5\r\n", text(Locale.FRENCH, table));
    }

    @Test
    void englishFilesHaveCommasAndPoints() {
        PublishedTable table = table(List.of(label("a, b"), exact(1234.5)));

        assertEquals("Table t\r\nCol name,Col value\r\n\"a, b\",1234.5\r\n", text(Locale.ENGLISH, table));
    }

    @Test
    void theFileBeginsWithTheByteOrderMark() {
        byte[] file = new CsvExport(WORDS, Locale.FRENCH).write(List.of(), List.of(List.of("Source", "OULAD")));

        assertArrayEquals(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, Arrays.copyOf(file, 3));
        assertEquals("\uFEFFSource;OULAD\r\n", new String(file, StandardCharsets.UTF_8));
    }

    @Test
    void textsAreNoFormulasAndNegativeNumbersStayNumbers() {
        for (String start : List.of("=", "+", "-", "@")) {
            assertEquals("'" + start + "1+1;-2\r\n", row(List.of(label(start + "1+1"), exact(-2))));
        }
        assertEquals("'\tx;0\r\n", row(List.of(label("\tx"), exact(0))));
        assertEquals("\"'\rx\";0\r\n", row(List.of(label("\rx"), exact(0))));
        assertEquals("\"'=HYPERLINK(\"\"a\"\";1)\";0\r\n", row(List.of(label("=HYPERLINK(\"a\";1)"), exact(0))));
    }

    @Test
    void quotesAndLineBreaksAreQuoted() {
        assertEquals("\"say \"\"a\"\"\nb\";1\r\n", row(List.of(label("say \"a\"\nb"), exact(1))));
    }

    @Test
    void hiddenFieldsAreEmptyAndTold() {
        PublishedTable table =
                table(List.of(label("a"), PublishedValue.Withheld.INSTANCE), List.of(label("b"), exact(7)));

        assertEquals("Table t\r\nCol name;Col value;masqué\r\na;;oui\r\nb;7;non\r\n", text(Locale.FRENCH, table));
    }

    @Test
    void aTableWithItsOwnFlagGetsNoSecond() {
        PublishedTable table = new PublishedTable(
                "t",
                List.of(new TableColumn("value", Kind.INTEGER), new TableColumn("hidden", Kind.FLAG)),
                List.of(List.of(PublishedValue.Withheld.INSTANCE, new PublishedValue.Flag(true))));

        assertEquals("Table t\r\nCol value;Col hidden\r\n;oui\r\n", text(Locale.FRENCH, table));
    }

    @Test
    void numbersHaveThePublishedDigitsOnly() {
        assertEquals("Term x;12\r\n", row(List.of(new PublishedValue.Term("x"), rounded(12.34, significant(2)))));
        assertEquals("a;1200\r\n", row(List.of(label("a"), rounded(1234, significant(2)))));
        assertEquals("a;0,050\r\n", row(List.of(label("a"), rounded(0.05, new Precision(Precision.Kind.DECIMALS, 3)))));
        assertEquals("a;1,4447116E-101\r\n", row(List.of(label("a"), exact(1.4447116e-101))));
        assertEquals("a;13529\r\n", row(List.of(label("a"), exact(13529))));
        assertEquals("a;\r\n", row(List.of(label("a"), exact(Double.NaN))));
    }

    @Test
    void tablesFollowEachOtherWithAnEmptyLineBetween() {
        PublishedTable one = table(List.of(label("a"), exact(1)));

        assertEquals(
                "Table t\r\nCol name;Col value\r\na;1\r\n\r\nTable t\r\nCol name;Col value\r\na;1\r\n",
                text(Locale.FRENCH, one, one));
    }

    private static String row(List<PublishedValue> row) {
        return text(Locale.FRENCH, table(row)).replace("Table t\r\nCol name;Col value\r\n", "");
    }

    private static String text(Locale locale, PublishedTable... tables) {
        byte[] file = new CsvExport(WORDS, locale).write(List.of(tables), List.of());
        return new String(file, StandardCharsets.UTF_8).substring(1);
    }

    @SafeVarargs
    private static PublishedTable table(List<PublishedValue>... rows) {
        return new PublishedTable(
                "t",
                List.of(new TableColumn("name", Kind.LABEL), new TableColumn("value", Kind.DECIMAL)),
                Arrays.stream(rows).toList());
    }

    private static PublishedValue label(String text) {
        return new PublishedValue.Label(text);
    }

    private static PublishedValue exact(double value) {
        return rounded(value, Precision.EXACT);
    }

    private static PublishedValue rounded(double value, Precision precision) {
        return new PublishedValue.Number(value, precision);
    }

    private static Precision significant(int digits) {
        return new Precision(Precision.Kind.SIGNIFICANT, digits);
    }
}
