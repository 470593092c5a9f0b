package fr.sillage.delimited;

import fr.sillage.api.Values;
import fr.sillage.api.source.SourceException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;

/** How the cells of a text are told apart: the settings that every source of delimited text has. */
public record Layout(Charset encoding, Separator separator, Quote quote) {
    private static final String ENCODING = "encoding";
    private static final String SEPARATOR = "separator";
    private static final String QUOTE = "quote";

    /** Names of the settings, as a source declares them. */
    public static final Set<String> SETTINGS = Set.of(ENCODING, SEPARATOR, QUOTE);

    public static final Layout PLAIN = new Layout(StandardCharsets.UTF_8, Separator.SEMICOLON, Quote.DOUBLE);

    public Layout {
        Objects.requireNonNull(encoding);
        Objects.requireNonNull(separator);
        Objects.requireNonNull(quote);
    }

    /**
     * The settings that are given; where one is not, the one of {@code detected}.
     *
     * @throws SourceException where a setting has a value that is none
     */
    public static Layout of(Values values, Layout detected) throws SourceException {
        Optional<String> encoding = values.get(ENCODING);
        Optional<String> separator = values.get(SEPARATOR);
        Optional<String> quote = values.get(QUOTE);
        return new Layout(
                encoding.isPresent() ? charset(encoding.get()) : detected.encoding,
                separator.isPresent() ? known(Separator.of(separator.get()), SEPARATOR) : detected.separator,
                quote.isPresent() ? known(Quote.of(quote.get()), QUOTE) : detected.quote);
    }

    public Values toValues() {
        return new Values(Map.of(ENCODING, encoding.name(), SEPARATOR, separator.id(), QUOTE, quote.id()));
    }

    /** Cells as one line of such a text. */
    public String line(List<String> cells) {
        return format().format(cells.toArray());
    }

    /** What a setting with a value that is none leads to. */
    public static SourceException unknown(String setting) {
        return new SourceException(DelimitedMessages.of("refused.setting", setting), 0);
    }

    /** Every line is a record and every cell a value; {@link RowScanner} reads the same way. */
    CSVFormat format() {
        return CSVFormat.Builder.create()
                .setDelimiter(separator.character())
                .setQuote(quote.character().orElse(null))
                .setEscape(null)
                .setCommentMarker(null)
                .setRecordSeparator("\r\n")
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
    }

    private static Charset charset(String name) throws SourceException {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw unknown(ENCODING);
        }
    }

    private static <T> T known(Optional<T> value, String setting) throws SourceException {
        return value.orElseThrow(() -> unknown(setting));
    }
}
