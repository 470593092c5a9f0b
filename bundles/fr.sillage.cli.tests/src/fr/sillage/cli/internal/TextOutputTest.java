package fr.sillage.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.api.analysis.TableColumn.Kind;
import fr.sillage.api.published.Precision;
import fr.sillage.api.published.PublishedValue;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextOutputTest {
    @Test
    void columnsAreAlignedAndControlCharactersHarmless() {
        assertEquals(
                List.of(
                        "Région      Personnes",
                        "----------  ---------",
                        "Île-de-Fr.        1•3",
                        "a [31mred          12"),
                TextTable.lines(
                        List.of("Région", "Personnes"),
                        List.of(false, true),
                        List.of(List.of("Île-de-Fr.", "1•3"), List.of("a\u001b[31mred", "12"))));
    }

    @Test
    void numbersAreWrittenInTheReadersWay() {
        assertEquals("13,529", text(13529, Precision.EXACT, Kind.INTEGER, Locale.ENGLISH));
        assertEquals("13\u202f529", text(13529, Precision.EXACT, Kind.INTEGER, Locale.FRENCH));
        assertEquals("658,2495", text(658.249464212, Precision.EXACT, Kind.DECIMAL, Locale.FRENCH));
        assertEquals("60", text(60, Precision.EXACT, Kind.DECIMAL, Locale.ENGLISH));
        assertEquals("1,44e-101", text(1.4447116e-101, Precision.EXACT, Kind.PROBABILITY, Locale.FRENCH));
        assertEquals("0", text(0, Precision.EXACT, Kind.PROBABILITY, Locale.FRENCH));
        assertEquals("–", text(Double.NaN, Precision.EXACT, Kind.DECIMAL, Locale.FRENCH));
    }

    @Test
    void whatTheGateRoundedIsShownWithNoMoreDigits() {
        assertEquals("660", text(660, new Precision(Precision.Kind.SIGNIFICANT, 2), Kind.DECIMAL, Locale.ENGLISH));
        assertEquals(
                "1e-101", text(1e-101, new Precision(Precision.Kind.SIGNIFICANT, 1), Kind.PROBABILITY, Locale.ENGLISH));
        assertEquals("0.12", text(0.12, new Precision(Precision.Kind.DECIMALS, 2), Kind.DECIMAL, Locale.ENGLISH));
    }

    private static String text(double value, Precision precision, Kind kind, Locale locale) {
        return new NumberText(locale).text(new PublishedValue.Number(value, precision), kind);
    }
}
