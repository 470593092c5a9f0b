package fr.sillage.figure;

import java.util.List;
import java.util.Objects;

/**
 * What stands round a figure in a file, in the reader's language.
 *
 * @param title of the result
 * @param facts sentences under the title: what was counted, what was filtered
 * @param heading of the figure
 * @param source where the numbers come from: data, import, threshold, date, the attribution that a licence asks for
 */
public record Caption(String title, List<String> facts, String heading, String source) {
    public Caption {
        Objects.requireNonNull(title);
        facts = List.copyOf(facts);
        Objects.requireNonNull(heading);
        Objects.requireNonNull(source);
    }
}
