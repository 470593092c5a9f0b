package fr.sillage.demo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoDataTest {
    @Test
    void theRealRegistrationsAreAllThere() throws IOException {
        List<String> lines = lines("registrations-2013.csv");
        List<String> rows = lines.subList(1, lines.size());

        assertEquals(14, lines.getFirst().split(",").length);
        assertEquals(13_529, rows.size());
        assertEquals(13_327, distinct(rows, ",", 2).size());
    }

    @Test
    void theInventedOnesAreMarkedAsSuchAndWellFormed() throws IOException {
        List<String> lines = lines("inscriptions-institut.csv");
        List<String> rows = lines.subList(1, lines.size());
        Pattern form = Pattern.compile(
                "INV-[2-9A-Z]{12}(;[^;]+){6};\\d\\d/\\d\\d/20\\d\\d;(présent|absent|excusé);([1-5],[05])?");

        assertEquals(
                "identifiant;academie;corps;fonction_anterieure;module;session;modalite;date_inscription;"
                        + "statut;satisfaction",
                lines.getFirst());
        assertEquals(5_000, rows.size());
        assertEquals(
                List.of(),
                rows.stream().filter(row -> !form.matcher(row).matches()).toList());
        assertEquals(3_200, distinct(rows, ";", 0).size());
        assertEquals(30, distinct(rows, ";", 1).size());
        assertEquals(24, distinct(rows, ";", 4).size());
        assertEquals(Set.of("présentiel", "distanciel", "hybride"), distinct(rows, ";", 6));
    }

    @Test
    void everyAccountHasANameAndALongEnoughPassword() {
        DemoContent content = new DemoContent();
        for (DemoContent.Person person : DemoContent.PERSONS) {
            assertTrue(content.password(person).length >= 12, person.login());
            assertTrue(!content.name(person).isBlank(), person.login());
        }
        assertEquals(
                "account analyste password demo-analyste-2026 (analyst: Institut (exemple), analyst: Open University)",
                content.line(DemoContent.PERSONS.get(1)));
    }

    private static Set<String> distinct(List<String> rows, String separator, int column) {
        return rows.stream().map(row -> row.split(separator, -1)[column]).collect(Collectors.toSet());
    }

    private static List<String> lines(String file) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new ResourceInput(file).open(), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
