package fr.sillage.demo.internal;

import fr.sillage.core.community.Profile;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** What the demonstration is made of: names and passwords stand in {@code data/demo.properties}. */
final class DemoContent {
    static final String INSTITUTE = "institute";
    static final String UNIVERSITY = "university";

    /** In the order in which they are made. */
    static final List<String> COMMUNITIES = List.of(INSTITUTE, UNIVERSITY);

    static final List<Person> PERSONS = List.of(
            new Person("admin", true, Map.of()),
            new Person("analyste", false, Map.of(INSTITUTE, Profile.ANALYST, UNIVERSITY, Profile.ANALYST)),
            new Person("gestionnaire", false, Map.of(UNIVERSITY, Profile.MANAGER)),
            new Person("lecteur", false, Map.of(INSTITUTE, Profile.READER)));

    static final List<Import> IMPORTS = List.of(
            new Import(INSTITUTE, "analyste", "inscriptions-institut.csv"),
            new Import(UNIVERSITY, "gestionnaire", "registrations-2013.csv"));

    private final Properties texts = new Properties();

    /** @param profiles by community */
    record Person(String login, boolean administrator, Map<String, Profile> profiles) {}

    /** A file that somebody imports into a community. */
    record Import(String community, String login, String file) {}

    DemoContent() {
        try (Reader reader =
                new InputStreamReader(new ResourceInput("demo.properties").open(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String community(String community) {
        return text("community." + community);
    }

    String name(Person person) {
        return text("account." + person.login() + ".name");
    }

    char[] password(Person person) {
        return text("account." + person.login() + ".password").toCharArray();
    }

    String attribution(String community) {
        return text("attribution." + community);
    }

    /** What is printed at each start, so that anybody can sign in. */
    String line(Person person) {
        List<String> profiles = person.administrator()
                ? List.of("platform administrator")
                : COMMUNITIES.stream()
                        .filter(person.profiles()::containsKey)
                        .map(c -> person.profiles().get(c).name().toLowerCase(java.util.Locale.ROOT) + ": "
                                + community(c))
                        .toList();
        return "account " + person.login() + " password " + new String(password(person)) + " ("
                + String.join(", ", profiles) + ")";
    }

    private String text(String key) {
        return Optional.ofNullable(texts.getProperty(key))
                .orElseThrow(() -> new IllegalStateException("missing: " + key));
    }
}
