package fr.sillage.core.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.api.analysis.Scale;
import fr.sillage.api.published.Precision;
import fr.sillage.api.published.PublishedFinding.Argument;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AmountFormatTest {
    private final AmountFormat english = new AmountFormat(Locale.ENGLISH);
    private final AmountFormat french = new AmountFormat(Locale.FRENCH);

    @Test
    void countsAndNumbers() {
        assertEquals("13,529", english.text(amount(13_529, Precision.EXACT, Scale.COUNT, 2)));
        assertEquals("0.25", english.text(amount(0.2500001, Precision.EXACT, Scale.NUMBER, 2)));
        assertEquals("0,25", french.text(amount(0.2500001, Precision.EXACT, Scale.NUMBER, 2)));
        assertEquals("\u22128,5", french.text(amount(-8.48, Precision.EXACT, Scale.NUMBER, 1)), "a true minus sign");
        assertEquals("–", english.text(amount(Double.NaN, Precision.EXACT, Scale.NUMBER, 2)));
    }

    @Test
    void noDigitIsShownThatIsNotKnown() {
        assertEquals("0.3", english.text(amount(0.3, new Precision(Precision.Kind.DECIMALS, 1), Scale.NUMBER, 3)));
        assertEquals(
                "1,200", english.text(amount(1200, new Precision(Precision.Kind.SIGNIFICANT, 2), Scale.NUMBER, 3)));
        assertEquals(
                "0.012", english.text(amount(0.012, new Precision(Precision.Kind.SIGNIFICANT, 2), Scale.NUMBER, 5)));
    }

    @Test
    void sharesArePercentages() {
        assertEquals("12.3%", english.text(amount(0.1234, Precision.EXACT, Scale.SHARE, 1)));
        assertEquals("12,3\u00a0%", french.text(amount(0.1234, Precision.EXACT, Scale.SHARE, 1)));
        assertEquals("12%", english.text(amount(0.12, new Precision(Precision.Kind.DECIMALS, 2), Scale.SHARE, 1)));
    }

    @Test
    void aSmallProbabilityIsLessThanSomething() {
        assertEquals("= 0.042", english.text(amount(0.042, Precision.EXACT, Scale.PROBABILITY, 3)));
        assertEquals("< 0.001", english.text(amount(1e-101, Precision.EXACT, Scale.PROBABILITY, 3)));
        assertEquals("< 0,001", french.text(amount(0, Precision.EXACT, Scale.PROBABILITY, 3)));
    }

    private static Argument.Amount amount(double value, Precision precision, Scale scale, int decimals) {
        return new Argument.Amount(value, precision, scale, decimals);
    }
}
