package fr.sillage.source.csv.internal;

import static fr.sillage.source.csv.internal.Files.detect;
import static fr.sillage.source.csv.internal.Files.field;
import static fr.sillage.source.csv.internal.Files.file;
import static fr.sillage.source.csv.internal.Files.why;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.Values;
import fr.sillage.api.data.Type;
import fr.sillage.api.source.DataSource;
import fr.sillage.api.source.Detection;
import fr.sillage.api.source.SourceInput;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionTest {
    private static final String TABLE = "identifiant;académie;âge\nA1;Créteil;41\nA2;Orléans-Tours;52\n";

    private static String setting(Detection detection, String name) {
        return detection.settings().require(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void anEncodingWithoutMarkIsTold(String encoding) {
        Detection detection = detect(file(TABLE, Charset.forName(encoding)));

        assertEquals(encoding, setting(detection, "encoding"));
        assertEquals("académie", detection.fields().get(1).field().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkTellsTheEncodingAndIsNoPartOfTheFirstName(String encoding) {
        Detection detection = detect(file("\ufeff" + TABLE, Charset.forName(encoding)));

        assertEquals(encoding, setting(detection, "encoding"));
        assertTrue(why(detection).contains("why.encoding.mark"));
        assertEquals("identifiant", detection.fields().getFirst().field().name());
        assertEquals(
                List.of("identifiant", "académie", "âge"),
                Files.read(file("\ufeff" + TABLE, Charset.forName(encoding)), detection.settings())
                        .names());
    }

    @Test
    void whatFollowsFromChosenSettingsIsProposedAnew() throws IOException {
        SourceInput commas = file("date,lieu;2\n01/02/2026,a;b\n", StandardCharsets.UTF_8);

        Detection chosen = Files.SOURCE.detect(commas, new Values(Map.of("separator", "comma")));
        Detection headless = Files.SOURCE.detect(commas, new Values(Map.of("separator", "comma", "header", "false")));

        assertEquals(
                List.of("date", "lieu;2"),
                chosen.fields().stream().map(f -> f.field().name()).toList());
        assertEquals(Type.DATE, chosen.fields().getFirst().field().type());
        assertEquals("comma", setting(chosen, "separator"));
        assertEquals(
                List.of("C1", "C2"),
                headless.fields().stream().map(f -> f.field().name()).toList());
        assertEquals("false", setting(headless, "header"));
    }

    @Test
    void aCharacterCutOffAtTheEndOfTheHeadIsNoFault() {
        byte[] all = ("a;b\n" + "x;1\n".repeat(16_382) + "zzzé;2\n").getBytes(StandardCharsets.UTF_8);
        byte[] head = Arrays.copyOf(all, DataSource.HEAD_BYTES);
        assertEquals((byte) 0xC3, head[head.length - 1]);

        assertEquals("UTF-8", setting(detect(new Files.Bytes(head)), "encoding"));
    }

    @Test
    void aCharacterCutOffAtTheEndOfTheFileIsNoUtf8() {
        byte[] cut = {'a', ';', 'b', '\n', (byte) 0xC3};

        assertEquals("windows-1252", setting(detect(new Files.Bytes(cut)), "encoding"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"`,`,comma", ";,semicolon", "`\t`,tab", "|,pipe"})
    void theSeparatorIsTheOneThatAllLinesHave(String character, String id) {
        String table = "name|x;y,z\tend\n\"a,;|\t1\"|2\n"
                .replace("|x;y,z\tend", character + "n")
                .replace("|2", character + "2");

        Detection detection = detect(table);

        assertEquals(id, setting(detection, "separator"));
        assertTrue(why(detection).contains("why.separator." + id));
    }

    @Test
    void theReasonCountsTheLinesAndTheSeparatorsInThem() {
        Detection detection = detect("a;b;c\n1;2,5;3\n4;5;6\n");

        assertEquals(List.of(3, 3, 2), detection.why().get(1).arguments());
    }

    @Test
    void decimalCommasDoNotPassForSeparators() {
        Detection detection = detect("note;moyenne\n12,5;11,25\n9,0;10,75\n");

        assertEquals("semicolon", setting(detection, "separator"));
        assertEquals(",", field(detection, "note").format().pattern());
        assertEquals(Type.DECIMAL, field(detection, "note").field().type());
    }

    @Test
    void aFirstLineMayDeclareTheSeparator() {
        Detection detection = detect("sep=|\na|b\n1|2\n");

        assertEquals("pipe", setting(detection, "separator"));
        assertEquals(
                List.of("a", "b"),
                detection.fields().stream().map(f -> f.field().name()).toList());
        assertTrue(why(detection).contains("why.separator.declared.pipe"));
    }

    @ParameterizedTest
    @CsvSource({"LF,why.lines.lf", "CRLF,why.lines.crlf", "CR,why.lines.cr"})
    void lineEndsAreTold(String kind, String reason) {
        String end = kind.replace("CR", "\r").replace("LF", "\n");

        Detection detection = detect(TABLE.replace("\n", end));

        assertTrue(why(detection).contains(reason));
        assertEquals(3, detection.fields().size());
    }

    @Test
    void cellsInApostrophesAreTold() {
        assertEquals("single", setting(detect("'a';'b'\n'x;y';'1'\n"), "quote"));
        assertEquals("double", setting(detect("region;n\nCôte d'Azur;1\nVal d'Oise;2\n"), "quote"));
    }

    @Test
    void aHeaderIsToldByItsWordsAboveNumbers() {
        assertEquals("true", setting(detect("alpha;beta\nx;1\nx;2\n"), "header"));
    }

    @Test
    void withoutAHeaderTheColumnsAreNumbered() {
        Detection values = detect("1;0-4;*\n2;0-4;*\n3;5-9;*\n");
        Detection numbers = detect("1;2\n3;4\n");

        assertEquals("false", setting(values, "header"));
        assertEquals("false", setting(numbers, "header"));
        assertEquals(
                List.of("C1", "C2"),
                numbers.fields().stream().map(f -> f.field().name()).toList());
    }

    @Test
    void oneKnownWordAmongRepeatedTextsMakesNoHeader() {
        assertEquals("false", setting(detect("Bachelors;Higher education;*\nMasters;Other;*\n"), "header"));
        assertEquals("true", setting(detect("region;module;status\nstatus;Sud;Nord\nEst;module;status\n"), "header"));
    }

    @Test
    void aVeryLongLineIsNoName() {
        assertEquals("false", setting(detect("a ".repeat(150) + "\n" + "b ".repeat(150) + "\n"), "header"));
    }

    @Test
    void aHeaderRepeatedAmongTheRowsIsStillOneAndSpoilsNoType() {
        Detection detection = detect("alpha;beta\nx;1\nalpha;beta\ny;2\n");

        assertEquals("true", setting(detection, "header"));
        assertEquals(Type.INTEGER, field(detection, "beta").field().type());
    }

    @Test
    void aTableIsMoreCertainThanOneColumn() {
        assertTrue(detect(TABLE).confidence() > 0.7);
        double one = detect("mot\nbleu\nvert\n").confidence();
        assertTrue(one > 0 && one < 0.3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "''#refused.empty",
                "'  \n\n'#refused.empty",
                "{\"a\": 1, \"b\": 2}#refused.structured",
                "<?xml version=\"1.0\"?>#refused.structured",
                "'[{\"a\": 1}]'#refused.structured",
                "PK\0\0;#refused.binary"
            })
    void whatIsNoTableIsNotClaimed(String text, String reason) {
        Detection detection = detect(text);

        assertEquals(0, detection.confidence());
        assertEquals(List.of(reason), why(detection));
    }
}
