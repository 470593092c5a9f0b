package fr.sillage.source.csv.internal;

import fr.sillage.api.Message;
import fr.sillage.api.Values;
import fr.sillage.api.source.Detection;
import fr.sillage.api.source.SourceException;
import fr.sillage.delimited.ColumnNames;
import fr.sillage.delimited.FieldProposer;
import fr.sillage.delimited.Head;
import fr.sillage.delimited.Recognised;
import fr.sillage.delimited.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Recognises delimited text. */
final class CsvDetector {
    /** Below what a source for one kind of table claims, so that the more special one wins. */
    private static final double SURE = 0.8;

    private static final double ONE_COLUMN = 0.2;

    private final FieldProposer proposer = new FieldProposer();

    Detection detect(Head head) {
        try {
            Recognised found = Recognised.of(head);
            Header.Verdict verdict = Header.judge(found.sample(), proposer);
            List<Message> why = new ArrayList<>(found.why());
            why.add(verdict.why());
            return detection(found.sample(), new CsvSettings(found.layout(), verdict.present()), why);
        } catch (SourceException e) {
            return Detection.none(e.reason());
        }
    }

    /** @param chosen settings of which a person is sure, so that no reasons are given */
    Detection detect(Head head, Values chosen) {
        try {
            CsvSettings settings =
                    CsvSettings.of(chosen, CsvSettings.areIn(chosen) ? CsvSettings.PLAIN : settings(head));
            return detection(Recognised.sample(head, settings.layout()), settings, List.of());
        } catch (SourceException e) {
            return Detection.none(e.reason());
        }
    }

    private Detection detection(Sample sample, CsvSettings settings, List<Message> why) {
        List<String> first = sample.rows().getFirst();
        List<String> names = settings.header() ? ColumnNames.proposed(first) : Header.generated(first.size());
        List<List<String>> values = IntStream.range(0, names.size())
                .mapToObj(column -> settings.header() ? sample.below(column) : sample.all(column))
                .toList();
        return new Detection(
                sample.width() < 2 ? ONE_COLUMN : SURE * sample.agreement(),
                why,
                settings.toValues(),
                proposer.propose(names, values));
    }

    /** @throws SourceException where the file is empty or no text */
    CsvSettings settings(Head head) throws SourceException {
        Recognised found = Recognised.of(head);
        return new CsvSettings(
                found.layout(), Header.judge(found.sample(), proposer).present());
    }
}
