package fr.sillage.delimited;

import fr.sillage.api.Message;
import fr.sillage.api.source.SourceException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the first bytes of a file are as delimited text.
 *
 * @param sample the first rows, read in that layout
 * @param why by which signs
 */
public record Recognised(Layout layout, Sample sample, List<Message> why) {
    private static final Pattern STRUCTURED = Pattern.compile("\\s*(\\{|\\[\\s*[\\[{]|<[?!a-zA-Z])");

    public Recognised {
        why = List.copyOf(why);
    }

    /** @throws SourceException where the file is empty or no delimited text */
    public static Recognised of(Head head) throws SourceException {
        DetectedEncoding encoding = DetectedEncoding.of(head.bytes(), head.complete());
        String text = head.text(encoding.charset());
        if (Blank.is(text)) {
            throw refused("refused.empty");
        }
        boolean wide = encoding.charset().equals(StandardCharsets.UTF_16LE)
                || encoding.charset().equals(StandardCharsets.UTF_16BE);
        if (!wide && text.indexOf('\0') >= 0) {
            throw refused("refused.binary");
        }
        if (STRUCTURED.matcher(text).lookingAt()) {
            throw refused("refused.structured");
        }
        SeparatorFinder separator = SeparatorFinder.of(text, head.complete(), encoding.charset());
        if (separator.sample().rows().isEmpty()) {
            throw refused("refused.empty");
        }
        List<Message> why = new ArrayList<>(List.of(encoding.why(), separator.why(), lineEnds(text)));
        if (separator.quote() == Quote.SINGLE) {
            why.add(DelimitedMessages.of("why.quote.single"));
        }
        return new Recognised(
                new Layout(encoding.charset(), separator.separator(), separator.quote()), separator.sample(), why);
    }

    /** The first rows in a layout that a person chose. */
    public static Sample sample(Head head, Layout layout) throws SourceException {
        Sample sample = Sample.of(head.text(layout.encoding()), head.complete(), layout);
        if (sample.rows().isEmpty()) {
            throw refused("refused.empty");
        }
        return sample;
    }

    private static SourceException refused(String key) {
        return new SourceException(DelimitedMessages.of(key), 0);
    }

    private static Message lineEnds(String text) {
        if (text.contains("\r\n")) {
            return DelimitedMessages.of("why.lines.crlf");
        }
        boolean bare = text.indexOf('\n') < 0 && text.indexOf('\r') >= 0;
        return DelimitedMessages.of(bare ? "why.lines.cr" : "why.lines.lf");
    }
}
