package fr.sillage.engine.column.internal;

import fr.sillage.engine.ColumnCache;
import java.util.List;

/** The different texts of a column, in the order of their codes, which count from 1. */
public record Dictionary(List<String> texts) implements ColumnCache.Held {
    private static final int HEADER = 64;

    @Override
    public long bytes() {
        return texts.stream().mapToLong(text -> HEADER + 2L * text.length()).sum();
    }
}
