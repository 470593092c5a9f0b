package fr.sillage.ui.internal.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.api.Values;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.Type;
import fr.sillage.api.data.ValueFormat;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.Treatment;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProtectionNoticeTest {
    private static ColumnPlan column(String name, Treatment treatment) {
        return new ColumnPlan(
                new Field(name, Type.CATEGORY, Set.of(), Privacy.OTHER), ValueFormat.of(Type.CATEGORY), treatment);
    }

    private static List<String> sentences(List<ColumnPlan> plan, String... stored) {
        List<Field> fields = Stream.of(stored)
                .map(name -> new Field(name, Type.CATEGORY, Set.of(), Privacy.OTHER))
                .toList();
        return new ProtectionNotice(DataWords.FRENCH, fields, plan).sentences();
    }

    @Test
    void everyTreatedColumnIsNamedWithWhatBecameOfIt() {
        List<ColumnPlan> plan = List.of(
                column("matricule", new Treatment("pseudonym", Values.NONE.with("scheme", "numen"))),
                column("nom", new Treatment("drop", Values.NONE)),
                column("courriel", new Treatment("drop", Values.NONE)),
                column("âge", new Treatment("bands", Values.NONE)),
                column("module", Treatment.KEEP));

        assertEquals(
                List.of(
                        "Colonne pseudonymisée\u00a0: matricule (clé de nature «\u00a0numen\u00a0»).",
                        "Colonnes écartées\u00a0: nom, courriel.",
                        "Autre colonne protégée\u00a0: âge (bands)."),
                sentences(plan, "matricule", "âge", "module"));
    }

    @Test
    void withoutATreatedColumnThereIsNothingToSay() {
        assertEquals(List.of(), sentences(List.of(column("module", Treatment.KEEP)), "module"));
    }
}
