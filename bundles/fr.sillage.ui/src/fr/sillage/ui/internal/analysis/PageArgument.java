package fr.sillage.ui.internal.analysis;

import fr.sillage.api.Values;
import fr.sillage.core.analysis.AnalysisJob;
import fr.sillage.core.silo.DataSetId;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the analysis page is opened with: {@code ANALYSIS|DATASET}, and after another bar what is chosen already, as
 * {@code NAME=VALUE} with {@code &} between.
 *
 * @param analysis id or short name
 */
public record PageArgument(String analysis, DataSetId dataSet, Values chosen) {
    public PageArgument {
        Objects.requireNonNull(analysis);
        Objects.requireNonNull(dataSet);
        Objects.requireNonNull(chosen);
    }

    /** Where the result of a job is seen. */
    public static PageArgument of(AnalysisJob job) {
        return new PageArgument(job.analysis(), job.data().values().iterator().next(), job.parameters());
    }

    /** Empty where the text is something else. */
    static Optional<PageArgument> of(String argument) {
        String[] parts = argument.split("\\|", 3);
        if (parts.length < 2 || parts[0].isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PageArgument(
                    parts[0],
                    new DataSetId(UUID.fromString(parts[1])),
                    parts.length < 3 ? Values.NONE : chosen(parts[2])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Values chosen(String text) {
        Values chosen = Values.NONE;
        for (String pair : text.split("&")) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                chosen = chosen.with(
                        URLDecoder.decode(pair.substring(0, sign), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(sign + 1), StandardCharsets.UTF_8));
            }
        }
        return chosen;
    }

    /** The same as text. */
    public String text() {
        String place = analysis + "|" + dataSet.value();
        String pairs = new TreeMap<>(chosen.byName())
                .entrySet().stream()
                        .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                        .collect(Collectors.joining("&"));
        return pairs.isEmpty() ? place : place + "|" + pairs;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
