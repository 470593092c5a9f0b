package fr.sillage.core.imports;

import fr.sillage.api.data.Type;
import fr.sillage.api.data.ValueFormat;
import java.util.Collection;

/** How well a format reads texts. */
public final class FormatFit {
    private FormatFit() {}

    /** Share of the texts that are values of the format, 0 to 1; 1 for no texts. */
    public static double share(ValueFormat format, Collection<String> texts) {
        if (texts.isEmpty() || format.type().isText()) {
            return 1;
        }
        ValueFormat.Parser parser = format.parser();
        long fit = texts.stream()
                .filter(text -> format.type() == Type.DECIMAL
                        ? parser.parseDouble(text).isPresent()
                        : parser.parseLong(text).isPresent())
                .count();
        return fit / (double) texts.size();
    }
}
