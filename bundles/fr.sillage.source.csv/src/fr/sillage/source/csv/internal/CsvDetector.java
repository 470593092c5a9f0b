package fr.sillage.source.csv.internal;

import fr.sillage.api.Message;
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
            Sample sample = found.sample();
            Header.Verdict verdict = Header.judge(sample, proposer);
            boolean header = verdict.present();
            List<String> first = sample.rows().getFirst();
            List<String> names = header ? ColumnNames.proposed(first) : Header.generated(first.size());
            List<List<String>> values = IntStream.range(0, names.size())
                    .mapToObj(column -> header ? sample.below(column) : sample.all(column))
                    .toList();
            List<Message> why = new ArrayList<>(found.why());
            why.add(verdict.why());
            return new Detection(
                    sample.width() < 2 ? ONE_COLUMN : SURE * sample.agreement(),
                    why,
                    new CsvSettings(found.layout(), header).toValues(),
                    proposer.propose(names, values));
        } catch (SourceException e) {
            return Detection.none(e.reason());
        }
    }

    /** @throws SourceException where the file is empty or no text */
    CsvSettings settings(Head head) throws SourceException {
        Recognised found = Recognised.of(head);
        return new CsvSettings(
                found.layout(), Header.judge(found.sample(), proposer).present());
    }
}
