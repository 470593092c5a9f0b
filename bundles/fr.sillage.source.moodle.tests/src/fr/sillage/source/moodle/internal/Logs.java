package fr.sillage.source.moodle.internal;

import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.data.Batch;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Reject;
import fr.sillage.api.source.DataSource;
import fr.sillage.api.source.Detection;
import fr.sillage.api.source.ProposedField;
import fr.sillage.api.source.SourceException;
import fr.sillage.api.source.SourceInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Small logs with the quirks of real ones, and what becomes of them; today is the 3rd of March 2026. */
final class Logs {
    static final DataSource SOURCE =
            new MoodleSource(Clock.fixed(Instant.parse("2026-03-03T08:00:00Z"), ZoneOffset.UTC));

    static final String ENGLISH =
            "Time,User full name,Affected user,Event context,Component,Event name,Description,Origin,IP address\n";
    static final String FRENCH =
            "Heure,Nom complet de l'utilisateur,Utilisateur touché,Contexte de l'événement,Composant,Nom de l'événement,"
                    + "Description,Origine,Adresse IP\n";

    private Logs() {}

    record Log(String name, byte[] bytes) implements SourceInput {
        @Override
        public OptionalLong size() {
            return OptionalLong.of(bytes.length);
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** A log as it was read; missing values are null. */
    record Table(List<String> names, List<List<String>> rows, List<Reject> rejects) {
        List<String> column(String name) {
            return rows.stream().map(row -> row.get(names.indexOf(name))).toList();
        }

        List<String> reasons() {
            return rejects.stream().map(reject -> reject.reason().key().key()).toList();
        }
    }

    static Log log(String text) {
        return new Log("logs.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** One row of an English log. */
    static String row(String time, String user, String affected, String context, String description) {
        return "\"" + time + "\"," + user + "," + affected + "," + context + ",System,Course viewed,\"" + description
                + "\",web,10.0.0.1\n";
    }

    static String viewed(String time, String user, int id) {
        return row(
                time, user, "-", "Course: Fractions", "The user with id '" + id + "' viewed the course with id '4'.");
    }

    static Detection detect(SourceInput log) {
        try {
            return SOURCE.detect(log);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static List<String> why(Detection detection) {
        return detection.why().stream().map(message -> message.key().key()).toList();
    }

    static ProposedField field(Detection detection, String name) {
        return detection.fields().stream()
                .filter(f -> f.field().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Read as it was detected. */
    static Table read(String text) {
        return read(log(text), detect(log(text)).settings());
    }

    static Table read(SourceInput log, Values settings) {
        try (DataSource.Reader reader = SOURCE.open(log, settings, JobControl.NONE)) {
            List<List<String>> rows = new ArrayList<>();
            List<Reject> rejects = new ArrayList<>();
            for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                rejects.addAll(batch.get().rejects());
                for (int row = 0; row < batch.get().rows(); row++) {
                    List<String> cells = new ArrayList<>();
                    for (Column column : batch.get().columns()) {
                        cells.add(((Column.Texts) column).values()[row]);
                    }
                    rows.add(cells);
                }
            }
            return new Table(reader.names(), rows, rejects);
        } catch (IOException | SourceException e) {
            throw new AssertionError(e);
        }
    }

    static SourceException refusal(String text, Values settings) {
        return assertThrows(SourceException.class, () -> {
            try (DataSource.Reader reader = SOURCE.open(log(text), settings, JobControl.NONE)) {
                while (reader.next().isPresent()) {
                    // on to the fault
                }
            }
        });
    }
}
