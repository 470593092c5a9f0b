package org.example.sample.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
import fr.sillage.api.Values;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.Type;
import fr.sillage.api.data.ValueFormat;
import fr.sillage.api.source.DataSource;
import fr.sillage.api.source.Detection;
import fr.sillage.api.source.ProposedField;
import fr.sillage.api.source.SourceException;
import fr.sillage.api.source.SourceInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads records of lines {@code field: value} (UTF-8) with a blank line between them, as directories export them. A
 * source sees bytes, yields texts and proposes what they are; conversion, treatment and storage are the platform's work. One instance serves
 * everybody: no fields that change.
 */
public final class Sample implements DataSource {
    static final String ID = "org.example.sample";

    @Override
    public Detection detect(SourceInput head) throws IOException {
        try (BufferedReader lines = lines(head)) {
            Optional<Records.Read> first = Records.next(lines, 1);
            List<String> names = first.map(Records.Read::names).orElse(List.of());
            if (names.isEmpty()) {
                return Detection.none(Message.of(ID, "why.no"));
            }
            // less sure than a source whose files begin with a signature of their own
            return new Detection(
                    0.6,
                    List.of(Message.of(ID, "why.records", names.size())),
                    Values.NONE,
                    names.stream().map(Sample::proposed).toList());
        }
    }

    /**
     * What the platform starts from; a person decides. It guesses nothing itself: a source that knows its columns, or
     * looks at their values, proposes type, role and above all privacy.
     */
    private static ProposedField proposed(String name) {
        Field field = new Field(name, Type.CATEGORY, Set.of(), Privacy.OTHER);
        return new ProposedField(field, ValueFormat.of(Type.CATEGORY));
    }

    @Override
    public Reader open(SourceInput in, Values settings, JobControl job) throws SourceException, IOException {
        BufferedReader lines = lines(in);
        Optional<Records.Read> first = Records.next(lines, 1);
        if (first.map(Records.Read::names).filter(names -> !names.isEmpty()).isEmpty()) {
            lines.close();
            throw new SourceException(Message.of(ID, "error.empty"), 1);
        }
        return new Records(lines, first.get(), job);
    }

    private static BufferedReader lines(SourceInput in) throws IOException {
        return new BufferedReader(new InputStreamReader(in.open(), StandardCharsets.UTF_8));
    }
}
