package fr.sillage.ui.internal.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.Message;
import fr.sillage.api.Values;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.data.ValueFormat;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.ColumnPreview;
import fr.sillage.core.imports.ColumnProfile;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.Sample;
import fr.sillage.core.imports.Treatment;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanModelTest {
    private final PlanDraft draft = new PlanDraft(new ImportPlan(
            "stages",
            "csv",
            Values.NONE,
            List.of(
                    column("courriel", Type.CATEGORY, Privacy.DIRECT_IDENTIFIER, new Treatment("x", Values.NONE)),
                    column("jour", Type.DATE, Privacy.OTHER, Treatment.KEEP)),
            ""));
    private final PlanModel model = new PlanModel(
            draft,
            new Sample(
                    List.of("courriel", "jour"), List.of(texts(null, "ada@ac-lille.fr"), texts("2026-03-31", "hier"))),
            PlanModelTest::preview,
            new ShownValues(Locale.FRANCE));

    private static ColumnPlan column(String name, Type type, Privacy privacy, Treatment treatment) {
        return new ColumnPlan(new Field(name, type, Set.of(RoleId.CATEGORY), privacy), ValueFormat.of(type), treatment);
    }

    private static Column.Texts texts(String... values) {
        return new Column.Texts(values);
    }

    /** Keys of a fixed form for what is treated, days for what is kept; who keeps an identifier is refused. */
    private static ColumnPreview preview(ColumnPlan column, Column.Texts values) {
        BitSet none = new BitSet();
        if (column.field().privacy() == Privacy.DIRECT_IDENTIFIER
                && column.treatment().keeps()) {
            return new ColumnPreview(Optional.empty(), none, Optional.of(Message.of("core", "plan.identifier.kept")));
        }
        Column stored = column.treatment().keeps()
                ? new Column.Longs(new long[] {20543, 0}, BitSet.valueOf(new long[] {2}))
                : texts(null, "0123456789abcdef0123456789abcdef");
        BitSet bad = column.field().type() == Type.DATE ? BitSet.valueOf(new long[] {2}) : none;
        return new ColumnPreview(Optional.of(new ColumnPreview.Stored(column.field(), stored)), bad, Optional.empty());
    }

    @Test
    void anIdentifierIsShownMaskedAndItsKeyShortened() {
        assertEquals(Optional.of("a••@••-•••••.••"), model.example(0));
        assertEquals(Optional.of("012345…ef"), model.exampleStored(0));
    }

    @Test
    void valuesAreShownAsTheReaderWritesThemAndUnreadableOnesNot() {
        assertEquals(Optional.of("31/03/2026"), model.after(1, 0));
        assertEquals(Optional.empty(), model.after(1, 1));
        assertEquals("hier", model.before(1, 1));
        assertEquals(1, model.preview(1).unreadable().cardinality());
    }

    @Test
    void aChangeTakesEffectAtOnce() {
        assertTrue(model.sound());
        draft.treatment(0, Treatment.KEEP);
        model.changed(0);
        assertFalse(model.sound());
        assertTrue(model.refusal(0).isPresent());
        draft.privacy(0, Privacy.OTHER);
        model.changed(0);
        assertTrue(model.sound());
        assertEquals(Optional.of("ada@ac-lille.fr"), model.example(0));
    }

    @Test
    void aRenamedColumnKeepsWhatTheFileHoldsOfIt() {
        draft.rename(1, " date ");
        model.changed(1);
        model.profiled(List.of(
                new ColumnProfile("courriel", 2, 1, 1, List.of(), 0),
                new ColumnProfile("jour", 2, 0, 2, List.of(), 1)));

        assertEquals("date", draft.plan().columns().get(1).field().name());
        assertEquals("jour", draft.plan().columns().get(1).column());
        assertEquals(1, model.profile(1).orElseThrow().unreadable());
        assertEquals(OptionalLong.of(2), model.rows());
    }

    @Test
    void theFormatThatReadsMostComesFirst() {
        assertEquals(
                "dd/MM/yyyy",
                FormatChoices.of(Type.DATE, List.of("31/03/2026", "01/04/2026"))
                        .getFirst()
                        .pattern());
        assertEquals(
                ",",
                FormatChoices.of(Type.DECIMAL, List.of("1,5", "2")).getFirst().pattern());
        assertEquals("31/03/2026", FormatChoices.example(new ValueFormat(Type.DATE, "dd/MM/yyyy"), Locale.FRENCH));
    }
}
