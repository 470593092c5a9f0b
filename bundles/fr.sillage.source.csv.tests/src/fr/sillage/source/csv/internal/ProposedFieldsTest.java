package fr.sillage.source.csv.internal;

import static fr.sillage.source.csv.internal.Files.detect;
import static fr.sillage.source.csv.internal.Files.field;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.source.Detection;
import fr.sillage.api.source.ProposedField;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProposedFieldsTest {
    @Test
    void namesLoseLineEndsAndNonBreakingSpaces() {
        Detection detection = detect("\"Tout\nà fait\u00a0\";n\nx;1\n");

        assertEquals("Tout à fait", detection.fields().getFirst().field().name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "19/11/2023#DATE#dd/MM/yyyy",
                "19/11/23#DATE#dd/MM/yy",
                "2023-11-19#DATE#yyyy-MM-dd",
                "3 février 2024#DATE#d MMMM yyyy",
                "3 February 2024#DATE#d MMMM yyyy",
                "19/11/23 08:05#TIMESTAMP#dd/MM/yy HH:mm",
                "19/11/2023 08:05:09#TIMESTAMP#dd/MM/yyyy HH:mm:ss",
                "3 mars 2024, 09:44#TIMESTAMP#d MMMM yyyy, HH:mm",
                "2023-11-19T08:05:09#TIMESTAMP#yyyy-MM-dd'T'HH:mm:ss",
                "2023-11-19T08:05:09Z#TIMESTAMP#yyyy-MM-dd'T'HH:mm:ss[.SSSSSS][.SSS][XXX]",
                "12#INTEGER#''",
                "-3#INTEGER#''",
                "1.5#DECIMAL#.",
                "1,5#DECIMAL#,",
                "45250#INTEGER#''",
                "0750001A#CATEGORY#''",
                "01#CATEGORY#''",
                "11 May, 09:44#CATEGORY#''",
                "oui#CATEGORY#''"
            })
    void typesAreToldByTheValues(String value, Type type, String pattern) {
        ProposedField field = detect("mot;valeur\nx;" + value + "\ny;" + value + "\n")
                .fields()
                .get(1);

        assertEquals(type, field.field().type());
        assertEquals(pattern, field.format().pattern());
    }

    @Test
    void numbersGroupedByNonBreakingSpacesAreNumbers() {
        assertEquals(
                Type.INTEGER,
                field(detect("mot;n\nx;1\u00a0234\ny;12\u202f345\n"), "n")
                        .field()
                        .type());
    }

    @Test
    void longOrDistinctTextsAreFreeText() {
        Detection detection = detect("groupe;avis\na;\"Très bien.\nMerci !\"\nb;Rien à dire\n");

        assertEquals(Type.TEXT, field(detection, "avis").field().type());
        assertEquals(Set.of(RoleId.TEXT), field(detection, "avis").field().roles());
        assertEquals(Type.CATEGORY, field(detection, "groupe").field().type());
    }

    @ParameterizedTest
    @CsvSource({
        "id_student,DIRECT_IDENTIFIER,core:subject",
        "identifiant,DIRECT_IDENTIFIER,core:subject",
        "NUMEN,DIRECT_IDENTIFIER,core:subject",
        "Adresse de courriel,DIRECT_IDENTIFIER,core:subject",
        "Nom complet de l'utilisateur,DIRECT_IDENTIFIER,core:subject",
        "Prénom,DIRECT_IDENTIFIER,''",
        "Nom,DIRECT_IDENTIFIER,''",
        "IP address,DIRECT_IDENTIFIER,''",
        "id_assessment,OTHER,core:item",
        "code_module,OTHER,core:item",
        "Contexte de l'événement,OTHER,core:item",
        "Nom de l'événement,OTHER,core:category",
        "région académique,QUASI_IDENTIFIER,core:category",
        "Académie,QUASI_IDENTIFIER,core:category",
        "gender,QUASI_IDENTIFIER,core:category",
        "age_band,QUASI_IDENTIFIER,core:category",
        "corps,QUASI_IDENTIFIER,core:category",
        "disability,SENSITIVE,core:category",
        "Situation de handicap,SENSITIVE,core:category",
        "final_result,OTHER,core:outcome",
        "date_inscription,OTHER,core:time",
        "Date de naissance,QUASI_IDENTIFIER,core:category",
        "couleur,OTHER,core:category"
    })
    void namesHintAtRoleAndPrivacy(String name, Privacy privacy, String role) {
        ProposedField field = field(detect("rang,\"" + name + "\"\n1,rouge\n2,rouge\n"), name);

        assertEquals(privacy, field.field().privacy());
        assertEquals(
                role.isEmpty() ? Set.of() : Set.of(new RoleId(role)),
                field.field().roles());
    }

    @Test
    void ofSeveralColumnsThatNamePersonsOneIsTheSubject() {
        Detection detection = detect("nom,email,id_student,région\nA,a@b.fr,1,Sud\nB,b@b.fr,2,Nord\n");

        assertEquals(
                Set.of(RoleId.SUBJECT), field(detection, "id_student").field().roles());
        assertEquals(Set.of(), field(detection, "email").field().roles());
        assertEquals(
                Privacy.DIRECT_IDENTIFIER, field(detection, "email").field().privacy());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@exemple.fr", "07E1234567ABC", "127.0.0.1", "2 85 05 78 006 084 36"})
    void valuesThatNameAPersonMakeADirectIdentifierWhateverTheName(String value) {
        assertEquals(
                Privacy.DIRECT_IDENTIFIER,
                field(detect("rang;contact\n1;" + value + "\n2;" + value + "\n"), "contact")
                        .field()
                        .privacy());
    }
}
