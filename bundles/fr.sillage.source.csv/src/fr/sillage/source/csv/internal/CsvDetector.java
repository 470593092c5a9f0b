package fr.sillage.source.csv.internal;

import fr.sillage.api.Message;
import fr.sillage.api.source.Detection;
import fr.sillage.api.source.SourceException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Recognises delimited text. */
final class CsvDetector {
    /** Below what a source for one kind of table claims, so that the more special one wins. */
    private static final double SURE = 0.8;

    private static final double ONE_COLUMN = 0.2;
    private static final Pattern STRUCTURED = Pattern.compile("\\s*(\\{|\\[\\s*[\\[{]|<[?!a-zA-Z])");

    private final Hints hints = Hints.load();

    /** What was found out about a file. */
    private record Found(CsvSettings settings, Sample sample, List<Message> why) {}

    Detection detect(Head head) {
        try {
            Found found = find(head);
            Sample sample = found.sample();
            double confidence = sample.width() < 2 ? ONE_COLUMN : SURE * sample.agreement();
            List<String> first = sample.rows().getFirst();
            boolean header = found.settings().header();
            List<String> names = header ? Header.proposed(first) : Header.generated(first.size());
            List<List<String>> values = IntStream.range(0, names.size())
                    .mapToObj(column -> header ? sample.below(column) : sample.all(column))
                    .toList();
            return new Detection(
                    confidence,
                    found.why(),
                    found.settings().toValues(),
                    new FieldProposer(hints).propose(names, values));
        } catch (SourceException e) {
            return Detection.none(e.reason());
        }
    }

    /** @throws SourceException where the file is empty or no text */
    CsvSettings settings(Head head) throws SourceException {
        return find(head).settings();
    }

    private Found find(Head head) throws SourceException {
        Encodings encoding = Encodings.of(head.bytes(), head.complete());
        String text = head.text(encoding.charset());
        if (Blank.is(text)) {
            throw new SourceException(CsvMessages.of("refused.empty"), 0);
        }
        boolean wide = encoding.charset().equals(StandardCharsets.UTF_16LE)
                || encoding.charset().equals(StandardCharsets.UTF_16BE);
        int nul = wide ? -1 : text.indexOf('\0');
        if (nul >= 0) {
            throw new SourceException(CsvMessages.of("refused.binary"), 0);
        }
        if (STRUCTURED.matcher(text).lookingAt()) {
            throw new SourceException(CsvMessages.of("refused.structured"), 0);
        }
        SeparatorFinder separator = SeparatorFinder.of(text, head.complete(), encoding.charset());
        if (separator.sample().rows().isEmpty()) {
            throw new SourceException(CsvMessages.of("refused.empty"), 0);
        }
        Header.Verdict header = Header.judge(separator.sample(), hints);
        List<Message> why = new ArrayList<>(List.of(encoding.why(), separator.why(), header.why(), lineEnds(text)));
        if (separator.quote() == Quote.SINGLE) {
            why.add(CsvMessages.of("why.quote.single"));
        }
        return new Found(
                new CsvSettings(encoding.charset(), separator.separator(), separator.quote(), header.present()),
                separator.sample(),
                why);
    }

    private static Message lineEnds(String text) {
        if (text.contains("\r\n")) {
            return CsvMessages.of("why.lines.crlf");
        }
        return CsvMessages.of(text.indexOf('\n') < 0 && text.indexOf('\r') >= 0 ? "why.lines.cr" : "why.lines.lf");
    }
}
