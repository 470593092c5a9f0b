package fr.sillage.core.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.api.MessageKey;
import fr.sillage.api.analysis.Scale;
import fr.sillage.api.analysis.Severity;
import fr.sillage.api.data.RowKind;
import fr.sillage.api.published.Precision;
import fr.sillage.api.published.PublishedFinding;
import fr.sillage.api.published.PublishedFinding.Argument;
import fr.sillage.core.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the core's own texts, in a running framework. */
class ContributionTextsTest {
    private static final String CORE = "fr.sillage.core";

    private final ContributionTexts texts = new ContributionTexts();
    private final Locale server = Locale.getDefault();

    @BeforeEach
    void aServerOfAnotherLanguage() {
        Locale.setDefault(Locale.GERMANY);
    }

    @AfterEach
    void theServersOwn() {
        Locale.setDefault(server);
    }

    @Test
    void aTextIsInTheReadersLanguageWhateverTheServers() {
        assertEquals("Give the data set a name.", texts.text(CORE, "plan.name.BLANK", Locale.UK));
        assertEquals("Donnez un nom au jeu de données.", texts.text(CORE, "plan.name.BLANK", Locale.FRANCE));
        assertEquals(
                texts.text(CORE, "plan.name.BLANK", Locale.FRENCH),
                texts.text(CORE, "plan.name.BLANK", Locale.ITALIAN),
                "French for all others");
    }

    @Test
    void argumentsAreShownAsTheyAre() {
        String name = "{0} 'l''été' <b>";

        assertEquals(
                "There is a data set “" + name + "” already. Choose another name.",
                texts.text(new MessageKey(CORE, "plan.name.taken"), List.of(name), Locale.ENGLISH));
    }

    @Test
    void whatIsNotThereIsShownByItsKey() {
        assertEquals("no.such.key", texts.text(CORE, "no.such.key", Locale.FRENCH));
        assertEquals("a.key", texts.text("org.example.gone", "a.key", Locale.FRENCH));
    }

    @Test
    void aSentenceWritesNumbersInTheReadersWay() {
        PublishedFinding finding = new PublishedFinding(
                new MessageKey(CORE, "plan.name.taken"),
                List.of(new Argument.Amount(1234.5, Precision.EXACT, Scale.NUMBER, 1)),
                Severity.FINDING);

        assertEquals("There is a data set “1,234.5” already. Choose another name.", texts.sentence(finding, Locale.US));
        assertEquals(
                "Un jeu de données «\u00a01\u202f234,5\u00a0» existe déjà. Choisissez un autre nom.",
                texts.sentence(finding, Locale.FRANCE));
    }

    @Test
    void categoriesAreRunsOfTheirOwn() {
        PublishedFinding finding = new PublishedFinding(
                new MessageKey(CORE, "plan.name.taken"),
                List.of(new Argument.Category("l'été {0} <b>")),
                Severity.FINDING);

        assertEquals(
                List.of(
                        new Texts.Run("There is a data set “", false),
                        new Texts.Run("l'été {0} <b>", true),
                        new Texts.Run("” already. Choose another name.", false)),
                texts.runs(finding, Locale.UK));
    }

    @Test
    void rowsAreNamedByWhatTheyAre() {
        RowTexts rows = new RowTexts(
                (key, locale) -> Optional.of(
                        switch (key.key()) {
                            case "rows.REGISTRATION" -> "vœux d'été";
                            case "row.REGISTRATION" -> "vœu";
                            default -> "{Rows} : {0} {rows}, chaque {row}";
                        }),
                RowKind.REGISTRATION);

        assertEquals(
                "Vœux d'été : 3 vœux d'été, chaque vœu",
                rows.text(new MessageKey(CORE, "any"), List.of(3), Locale.FRENCH));
        assertEquals("lignes", texts.rows(RowKind.ROW, Locale.FRENCH));
        assertEquals("registrations", texts.rows(RowKind.REGISTRATION, Locale.ENGLISH));
    }
}
