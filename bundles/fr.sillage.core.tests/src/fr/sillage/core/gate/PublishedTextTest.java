package fr.sillage.core.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.api.published.Precision;
import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.core.json.Json;
import fr.sillage.core.results.Results;
import org.junit.jupiter.api.Test;

class PublishedTextTest {
    @Test
    void aResultIsReadAsItWasPublished() {
        Published published = new Results()
                .cell("a:b", "", Results.number(12))
                .cell("w", "n7", PublishedValue.Withheld.INSTANCE)
                .cell("é\u0000\u202E<b>", "=1+1", Results.number(-0.0))
                .statistic("p", new PublishedValue.Number(1.5e-101, new Precision(Precision.Kind.SIGNIFICANT, 2)))
                .statistic("none", Results.number(Double.NaN))
                .statistic("share", new PublishedValue.Number(0.35, new Precision(Precision.Kind.DECIMALS, 2)))
                .statistic("third", Results.number(1 / 3.0))
                .published();

        Published again = Json.read(Json.write(PublishedText.of(published)), PublishedText.class)
                .published();

        assertEquals(published.tables(), again.tables());
        assertEquals(published.figures(), again.figures());
        assertEquals(published.findings(), again.findings());
        assertEquals(published.provenance(), again.provenance());
    }
}
