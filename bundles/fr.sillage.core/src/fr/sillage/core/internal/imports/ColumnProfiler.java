package fr.sillage.core.internal.imports;

import fr.sillage.api.data.ValueFormat;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.ColumnProfile;
import fr.sillage.core.imports.ColumnProfile.Frequency;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Watches one column pass by; remembers a bounded number of values. */
final class ColumnProfiler {
    private static final int MOST_FREQUENT = 500;
    private static final int LONGEST_VALUE = 200;

    private final ColumnPlan plan;
    private final ValueFormat.Parser parser;
    private final Map<String, Long> counts = new HashMap<>();
    private long rows;
    private long missing;
    private long unreadable;

    ColumnProfiler(ColumnPlan plan) {
        this.plan = plan;
        this.parser = plan.format().parser();
    }

    void see(String[] values) {
        for (String value : values) {
            rows++;
            if (value == null || value.isBlank()) {
                missing++;
            } else {
                unreadable += fits(value) ? 0 : 1;
                String shown = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
                if (counts.size() < ColumnProfile.MOST_DISTINCT || counts.containsKey(shown)) {
                    counts.merge(shown, 1L, Long::sum);
                }
            }
        }
    }

    private boolean fits(String value) {
        return switch (plan.field().type()) {
            case CATEGORY, TEXT -> true;
            case DECIMAL -> parser.parseDouble(value).isPresent();
            default -> parser.parseLong(value).isPresent();
        };
    }

    ColumnProfile profile() {
        List<Frequency> frequent = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_FREQUENT)
                .map(e -> new Frequency(e.getKey(), e.getValue()))
                .toList();
        return new ColumnProfile(plan.column(), rows, missing, counts.size(), frequent, unreadable);
    }
}
