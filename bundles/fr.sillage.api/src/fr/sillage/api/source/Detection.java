package fr.sillage.api.source;

import fr.sillage.api.Message;
import fr.sillage.api.Values;
import java.util.List;
import java.util.Objects;

/**
 * What a source makes of the first bytes of a file.
 *
 * @param confidence 0 (not mine) to 1 (certain)
 * @param why what was recognised and by which sign, for people
 * @param settings the settings that were detected; a person may change them before {@link DataSource#open}
 * @param fields proposed fields, in file order
 */
public record Detection(double confidence, List<Message> why, Values settings, List<ProposedField> fields) {
    public Detection {
        why = List.copyOf(why);
        Objects.requireNonNull(settings);
        fields = List.copyOf(fields);
    }

    /** Not a file of this source. */
    public static Detection none(Message why) {
        return new Detection(0, List.of(why), Values.NONE, List.of());
    }
}
