package org.example.sample.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.api.analysis.TableColumn;
import fr.sillage.api.published.Precision;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleViewTest {
    @Test
    void barsAreAsLongAsTheirNumbersAndHiddenOnesHaveNone() {
        PublishedTable table = new PublishedTable(
                "counts",
                List.of(
                        new TableColumn("value", TableColumn.Kind.LABEL),
                        new TableColumn("rows", TableColumn.Kind.INTEGER)),
                List.of(
                        line("south", number(8)),
                        line("north", number(4)),
                        line("east", PublishedValue.Withheld.INSTANCE)));

        assertEquals(
                List.of(1_000, 500, 0),
                SampleView.bars(table).stream().map(SampleView.Bar::length).toList());
    }

    private static List<PublishedValue> line(String value, PublishedValue rows) {
        return List.of(new PublishedValue.Label(value), rows);
    }

    private static PublishedValue number(double value) {
        return new PublishedValue.Number(value, Precision.EXACT);
    }
}
