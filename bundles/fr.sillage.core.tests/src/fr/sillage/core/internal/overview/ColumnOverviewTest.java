package fr.sillage.core.internal.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.data.Type;
import fr.sillage.core.overview.ColumnOverview;
import fr.sillage.core.overview.ColumnOverview.Shape;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ColumnOverviewTest extends OverviewsFixture {
    @Test
    void valuesComeWithTheirRowsTheLargestFirstAndWhatIsMissingLast() throws InterruptedException {
        ColumnOverview region = category("region", 100, row -> row < 20 ? null : row < 50 ? "Lyon" : "Lille")
                .overview()
                .getFirst();

        assertEquals(Shape.VALUES, region.shape());
        assertEquals(Map.of("Lille", 60L, "Lyon", 40L, "*missing", 20L), values(region));
        assertEquals(
                List.of("Lille", "Lyon", "*missing"), List.copyOf(values(region).keySet()));
        assertEquals(2, summary(region, "distinct"));
        assertEquals(100, summary(region, "rows"));
    }

    @Test
    void ofManyValuesTheLargestAreNamed() throws InterruptedException {
        ColumnOverview module = category(
                        "module", 2_000, row -> "M" + Integer.numberOfTrailingZeros(row + 1) + "-" + (row % 40))
                .overview()
                .getFirst();

        assertEquals(13, values(module).size());
        assertTrue(isRounded(module, values(module).get("M0-0"), 50));
        assertEquals(summary(module, "distinct"), 12 + summary(module, "others"));
    }

    @Test
    void numbersStandInRoundBandsThatTellNoExtreme() throws InterruptedException {
        ColumnOverview credits = numbers("credits", Type.INTEGER, 1_000, row -> row == 0 ? 987_654L : (long) row % 300)
                .overview()
                .getFirst();

        assertEquals(Shape.BANDS, credits.shape());
        assertEquals(
                List.of("< 50", "50 – 99", "100 – 149", "150 – 199", "200 – 249", "≥ 250"),
                List.copyOf(values(credits).keySet()));
        assertTrue(isRounded(credits, values(credits).get("50 – 99"), 200));
    }

    @Test
    void fewNumbersStandForThemselves() throws InterruptedException {
        ColumnOverview rating = numbers("rating", Type.INTEGER, 100, row -> row % 5 == 4 ? null : (long) row % 5)
                .overview()
                .getFirst();

        assertEquals(
                List.of("0", "1", "2", "3", "*missing"),
                List.copyOf(values(rating).keySet()));
    }

    @Test
    void datesStandInMonthsOrYears() throws InterruptedException {
        long start = LocalDate.of(2024, 9, 2).toEpochDay();
        List<ColumnOverview> seen = numbers("short", Type.DATE, 300, row -> start + row)
                .numbers("long", Type.DATE, 300, row -> start + 10L * row)
                .numbers(
                        "moments",
                        Type.TIMESTAMP,
                        300,
                        row -> TimeUnit.DAYS.toMicros(start + row) + TimeUnit.HOURS.toMicros(23))
                .overview();

        assertEquals(Shape.MONTHS, seen.get(0).shape());
        assertEquals("2024-09", values(seen.get(0)).keySet().iterator().next());
        assertTrue(isRounded(seen.get(0), values(seen.get(0)).get("2024-09"), 29));
        assertEquals(Shape.YEARS, seen.get(1).shape());
        assertEquals(
                List.of("2024", "2025", "2026", "2027", "2028", "2029", "2030", "2031", "2032"),
                List.copyOf(values(seen.get(1)).keySet()));
        assertEquals(values(seen.get(0)), values(seen.get(2)));
    }
}
