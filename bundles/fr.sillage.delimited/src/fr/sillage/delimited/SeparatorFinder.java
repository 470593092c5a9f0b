package fr.sillage.delimited;

import fr.sillage.api.Message;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * Tells separator and quote by the first rows.
 *
 * @param sample the rows, read that way
 * @param why by which sign
 */
record SeparatorFinder(Separator separator, Quote quote, Sample sample, Message why) {
    private static final double ENOUGH = 0.5;

    static SeparatorFinder of(String text, boolean complete, Charset charset) {
        String firstLine = text.lines().findFirst().orElse("");
        Optional<Separator> declared = Separator.declaredBy(firstLine);
        if (declared.isPresent()) {
            Quote quote = quote(text, complete, charset, declared.get());
            return new SeparatorFinder(
                    declared.get(),
                    quote,
                    sample(text, complete, charset, declared.get(), quote),
                    DelimitedMessages.of(
                            "why.separator.declared." + declared.get().id()));
        }
        SeparatorFinder best = null;
        for (Separator separator : Separator.values()) {
            Quote quote = quote(text, complete, charset, separator);
            Sample sample = sample(text, complete, charset, separator, quote);
            if (sample.width() > 1 && sample.agreement() >= ENOUGH && (best == null || better(sample, best.sample))) {
                best = new SeparatorFinder(
                        separator,
                        quote,
                        sample,
                        DelimitedMessages.of(
                                "why.separator." + separator.id(),
                                sample.agreeing(),
                                sample.rows().size(),
                                sample.width() - 1));
            }
        }
        return best != null ? best : single(text, complete, charset);
    }

    private static boolean better(Sample one, Sample other) {
        int byAgreement = Double.compare(one.agreement(), other.agreement());
        return byAgreement != 0 ? byAgreement > 0 : one.width() > other.width();
    }

    /** One column: of the separators, one that does not stand in the text, so that it cuts nothing. */
    private static SeparatorFinder single(String text, boolean complete, Charset charset) {
        Separator unused = Separator.SEMICOLON;
        for (Separator separator : Separator.values()) {
            if (text.indexOf(separator.character()) < 0) {
                unused = separator;
                break;
            }
        }
        Quote quote = quote(text, complete, charset, unused);
        return new SeparatorFinder(
                unused,
                quote,
                sample(text, complete, charset, unused, quote),
                DelimitedMessages.of("why.separator.none"));
    }

    /** Apostrophes enclose cells where no double quote stands in the text and most rows begin and end with one. */
    private static Quote quote(String text, boolean complete, Charset charset, Separator separator) {
        if (text.indexOf('"') >= 0 || text.indexOf('\'') < 0) {
            return Quote.DOUBLE;
        }
        Sample plain = sample(text, complete, charset, separator, Quote.NONE);
        long enclosed = plain.rows().stream()
                .filter(row -> row.getFirst().startsWith("'") && row.getLast().endsWith("'"))
                .count();
        return enclosed * 2 > plain.rows().size() ? Quote.SINGLE : Quote.DOUBLE;
    }

    private static Sample sample(String text, boolean complete, Charset charset, Separator separator, Quote quote) {
        return Sample.of(text, complete, new Layout(charset, separator, quote));
    }
}
