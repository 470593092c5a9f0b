package fr.sillage.anonymizer.generalise.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.Values;
import fr.sillage.api.anonymizer.Anonymizer;
import fr.sillage.api.anonymizer.AnonymizerContext;
import fr.sillage.api.anonymizer.Groups;
import fr.sillage.api.anonymizer.Pseudonymiser;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GeneraliseTest {
    private static Field field(Type type) {
        return new Field("age", type, Set.of(RoleId.CATEGORY), Privacy.QUASI_IDENTIFIER);
    }

    private static Values values(String... namesAndValues) {
        Values values = Values.NONE;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values = values.with(namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }

    private record Context(Field field) implements AnonymizerContext {
        @Override
        public Pseudonymiser pseudonymiser(String scheme) {
            throw new IllegalStateException("nobody is pseudonymised here");
        }
    }

    private static List<String> applied(Anonymizer.Streaming by, Type type, Values values, Column in) {
        assertEquals(field(Type.CATEGORY), by.becomes(field(type), values).orElseThrow(), "a category, else as it was");
        return Arrays.asList(((Column.Texts) by.apply(in, values, new Context(field(type)))).values());
    }

    private static Column longs(long... values) {
        return new Column.Longs(values, new BitSet());
    }

    @Test
    void valuesOfAGroupTakeItsNameAndOthersStay() {
        Values values = values("groups", "35-55\t35 et plus\n55<=\t35 et plus\n");
        Column in = new Column.Texts(new String[] {"0-35", " 55<= ", null, "35-55"});

        assertEquals(
                Arrays.asList("0-35", "35 et plus", null, "35 et plus"),
                applied(new Grouping(), Type.CATEGORY, values, in));
        assertEquals(
                Arrays.asList("plus jeunes", "35 et plus", null, "35 et plus"),
                applied(new Grouping(), Type.CATEGORY, values.with("others", "plus jeunes"), in));
        assertEquals(
                List.of("deux", "3"), applied(new Grouping(), Type.INTEGER, values("groups", "2\tdeux"), longs(2, 3)));
    }

    @Test
    void groupsComeBackAsTheyWere() {
        Groups groups = Groups.NONE
                .with("a\tb", "un\\deux")
                .with("c\nd\r", "trois")
                .with("e", "trois")
                .without("e");

        assertEquals(groups, Groups.parse(groups.format()));
        assertEquals(2, groups.byValue().size());
        assertThrows(IllegalArgumentException.class, () -> Groups.parse("no tab"));
    }

    @Test
    void wholeNumbersFallIntoBandsOfOneWidth() {
        Bands bands = new Bands();

        assertEquals(
                List.of("20–29", "30–39", "0–9", "−10–−1"),
                applied(bands, Type.INTEGER, values("width", "10"), longs(29, 30, 0, -1)));
        assertEquals(List.of("7"), applied(bands, Type.INTEGER, values("width", "1"), longs(7)));
        assertEquals(
                List.of("9223372036854775800–9223372036854775809"),
                applied(bands, Type.INTEGER, values("width", "10"), longs(Long.MAX_VALUE)));
    }

    @Test
    void numbersFallBetweenLimits() {
        Values limits = values("width", "10", "limits", "18 ; 25;35");

        assertEquals(
                List.of("< 18", "18–24", "25–34", "≥ 35"),
                applied(new Bands(), Type.INTEGER, limits, longs(17, 18, 34, 35)));
        assertEquals(
                List.of("< 0,5".replace(',', '.'), "[0.5 ; 1[", "≥ 1"),
                applied(
                        new Bands(),
                        Type.DECIMAL,
                        values("limits", "0,5;1"),
                        new Column.Doubles(new double[] {0.49, 0.5, 1}, new BitSet())));
    }

    @Test
    void whatIsNoBandIsRefusedBeforeAnythingIsRead() {
        Field age = field(Type.INTEGER);
        for (Values wrong : List.of(
                values("width", "0"),
                values("width", "-1"),
                values("width", "1.5"),
                values("width", "1e999999999"),
                values("width", "ten"),
                values("limits", "3;2"),
                values("limits", "a"))) {
            assertThrows(IllegalArgumentException.class, () -> new Bands().becomes(age, wrong), wrong.toString());
        }
        assertThrows(
                IllegalArgumentException.class, () -> new Bands().becomes(field(Type.CATEGORY), values("width", "10")));
        assertThrows(IllegalArgumentException.class, () -> new Periods().becomes(age, values("period", "month")));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Periods().becomes(field(Type.DATE), values("period", "decade")));
    }

    @Test
    void datesBecomePeriods() {
        long august = LocalDate.of(2026, 8, 31).toEpochDay();
        Map<String, List<String>> expected = Map.of(
                "month", List.of("2026-08", "2026-09"),
                "year", List.of("2026", "2026"),
                "schoolyear", List.of("2025-2026", "2026-2027"));
        expected.forEach((period, names) -> {
            assertEquals(names, applied(new Periods(), Type.DATE, values("period", period), longs(august, august + 1)));
            long lastMicro = (august + 1) * 86_400_000_000L - 1;
            assertEquals(
                    names,
                    applied(new Periods(), Type.TIMESTAMP, values("period", period), longs(lastMicro, lastMicro + 1)));
        });
        assertEquals(List.of("1969-12"), applied(new Periods(), Type.TIMESTAMP, values("period", "month"), longs(-1)));
    }
}
