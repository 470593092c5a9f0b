package fr.sillage.ui.internal.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.sillage.api.Values;
import fr.sillage.api.analysis.TableColumn;
import fr.sillage.api.analysis.TableColumn.Kind;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.published.Precision;
import fr.sillage.api.published.Provenance;
import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.api.query.Unit;
import fr.sillage.api.seal.PublicationSeal;
import fr.sillage.core.overview.ColumnOverview;
import fr.sillage.core.overview.ColumnOverview.Shape;
import fr.sillage.ui.internal.data.ColumnLine.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ColumnLineTest {
    private final List<List<PublishedValue>> values = new ArrayList<>();
    private final List<List<PublishedValue>> summary = new ArrayList<>();

    private static PublishedValue number(long value) {
        return new PublishedValue.Number(value, Precision.EXACT);
    }

    private ColumnLineTest value(String name, long rows) {
        values.add(List.of(new PublishedValue.Label(name), number(rows)));
        return this;
    }

    private ColumnLineTest term(String term, PublishedValue rows) {
        values.add(List.of(new PublishedValue.Term(term), rows));
        return this;
    }

    private ColumnLineTest summary(String term, PublishedValue value) {
        summary.add(List.of(new PublishedValue.Term(term), value));
        return this;
    }

    private ColumnLine line(Type type, Shape shape, RoleId... roles) {
        TableColumn name = new TableColumn("name", Kind.TERM);
        TableColumn value = new TableColumn("value", Kind.INTEGER);
        Published published = Published.seal(
                new PublicationSeal(),
                List.of(
                        new PublishedTable("values", List.of(name, value), values),
                        new PublishedTable("summary", List.of(name, value), summary)),
                List.of(),
                List.of(),
                new Provenance("overview", Values.NONE, List.of(), 5, Unit.ROW, 0));
        return new ColumnLine(new Field("column", type, Set.of(roles), Privacy.OTHER), Optional.empty())
                .with(Optional.of(new ColumnOverview("column", shape, false, published)));
    }

    private static List<String> names(ColumnLine line, DataWording words) {
        return line.parts(words).stream().map(Part::name).toList();
    }

    @Test
    void sharesAreOfAllRowsAndNoneIsWrittenAsNothing() {
        ColumnLine line = value("Lyon", 600)
                .term("missing", number(3))
                .summary("rows", number(1_000))
                .summary("distinct", number(1_200))
                .line(Type.CATEGORY, Shape.VALUES);

        assertEquals("< 1\u00a0%", line.missing(DataWords.FRENCH));
        assertEquals("1\u202f200", line.distinct(DataWords.FRENCH));
        assertEquals(0.6, line.parts(DataWords.FRENCH).getFirst().share());
    }

    @Test
    void whatIsRoundedToNothingIsLessThanHalfAStep() {
        ColumnLine line = value("Lyon", 100)
                .term("missing", number(0))
                .summary("rows", number(100))
                .summary("step", number(20))
                .line(Type.CATEGORY, Shape.VALUES);

        assertEquals("< 10\u00a0%", line.missing(DataWords.FRENCH));
        assertEquals("< 10%", line.parts(DataWords.ENGLISH).getLast().shown());
        assertEquals(20, line.step());
    }

    @Test
    void withoutALineOfMissingRowsNoneIsMissing() {
        ColumnLine line = value("Lyon", 10).summary("rows", number(10)).line(Type.CATEGORY, Shape.VALUES);

        assertEquals("0%", line.missing(DataWords.ENGLISH));
    }

    @Test
    void whatTheGateHidesStaysHidden() {
        ColumnLine few = value("Lyon", 60)
                .term("others_missing", number(12))
                .summary("rows", number(72))
                .summary("others", number(2))
                .line(Type.CATEGORY, Shape.VALUES);
        ColumnLine nothing = new ColumnLineTest()
                .term("others", PublishedValue.Withheld.INSTANCE)
                .summary("rows", PublishedValue.Withheld.INSTANCE)
                .summary("distinct", PublishedValue.Withheld.INSTANCE)
                .line(Type.CATEGORY, Shape.VALUES);

        assertEquals("•", few.missing(DataWords.FRENCH));
        assertEquals(List.of("Lyon", "Autres, ou sans valeur"), names(few, DataWords.FRENCH));
        assertEquals("•", nothing.missing(DataWords.FRENCH));
        assertEquals("•", nothing.distinct(DataWords.FRENCH));
        assertEquals(List.of(), nothing.parts(DataWords.FRENCH));
        assertEquals("Trop peu de personnes\u00a0: rien ne peut être montré.", nothing.sentence(DataWords.FRENCH));
        assertEquals(OptionalLong.empty(), nothing.persons());
    }

    @Test
    void partsAreNamedInTheReadersLanguage() {
        ColumnLine months = value("2026-03", 60)
                .term("others", number(12))
                .summary("rows", number(72))
                .summary("others", number(3))
                .line(Type.DATE, Shape.MONTHS);
        ColumnLine decimals = new ColumnLineTest()
                .value("1.5 – < 2", 72)
                .summary("rows", number(72))
                .line(Type.DECIMAL, Shape.BANDS);

        assertEquals(List.of("mars 2026", "Autres (3 valeurs)"), names(months, DataWords.FRENCH));
        assertEquals(List.of("Mar 2026", "Others (3 values)"), names(months, DataWords.ENGLISH));
        assertEquals(List.of("1,5 – < 2"), names(decimals, DataWords.FRENCH));
        assertEquals(List.of("1.5 – < 2"), names(decimals, DataWords.ENGLISH));
        assertFalse(months.parts(DataWords.FRENCH).getLast().value());
    }

    @Test
    void ofAPersonAndOfFreeTextNoValueIsCounted() {
        ColumnLine person = term("present", number(300))
                .summary("rows", number(300))
                .summary("distinct", number(113))
                .summary("persons", number(113))
                .line(Type.CATEGORY, Shape.NONE, RoleId.SUBJECT);
        ColumnLine text = line(Type.TEXT, Shape.NONE, RoleId.TEXT);

        assertEquals("113 personnes.", person.sentence(DataWords.FRENCH));
        assertEquals(OptionalLong.of(113), person.persons());
        assertEquals("—", text.distinct(DataWords.FRENCH));
        assertEquals("Free text: no answer is shown by itself.", text.sentence(DataWords.ENGLISH));
    }

    @Test
    void untilItIsKnownItIsBeingComputedAndAFaultIsSaid() {
        ColumnLine waiting =
                new ColumnLine(new Field("column", Type.CATEGORY, Set.of(), Privacy.OTHER), Optional.empty());
        ColumnLine failed = waiting.with(Optional.empty());

        assertEquals("…", waiting.missing(DataWords.FRENCH));
        assertEquals("Calcul en cours…", waiting.sentence(DataWords.FRENCH));
        assertEquals("—", failed.distinct(DataWords.FRENCH));
        assertEquals(List.of(), failed.parts(DataWords.FRENCH));
    }

    @Test
    void aSparklineIsMarkupOfItsSharesAlone() {
        List<Part> parts = List.of(part("<b>", 0.3, true), part("x", 0.6, true), part("others", 0.9, false));

        String markup = Sparkline.of(parts);

        assertFalse(markup.contains("<b>"));
        assertEquals(List.of("10px", "20px", "20px"), heights(markup));
        assertEquals("", Sparkline.of(List.of(part("present", 1, false))));
    }

    private static Part part(String name, double share, boolean value) {
        return new Part(name, Math.round(share * 100), share, "", value);
    }

    private static List<String> heights(String markup) {
        return java.util.regex.Pattern.compile("height:(\\d+px)")
                .matcher(markup)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
