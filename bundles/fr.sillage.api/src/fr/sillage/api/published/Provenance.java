package fr.sillage.api.published;

import fr.sillage.api.Values;
import fr.sillage.api.data.RowKind;
import fr.sillage.api.query.Unit;
import java.util.List;
import java.util.Objects;

/**
 * Where a result comes from.
 *
 * @param analysis id of the analysis
 * @param threshold fewest persons that a cell must hold to be shown
 * @param unit what was counted
 * @param hiddenCells how many cells and margins are hidden
 */
public record Provenance(
        String analysis, Values parameters, List<Origin> data, int threshold, Unit unit, int hiddenCells) {
    /**
     * A data set as it was when it was read.
     *
     * @param slot the analysis's slot
     * @param name name of the data set or file
     * @param version counts its imports from 1
     * @param rows rows it had
     * @param kind what a row of it is
     */
    public record Origin(String slot, String name, int version, long rows, RowKind kind) {
        public Origin {
            Objects.requireNonNull(slot);
            Objects.requireNonNull(name);
            Objects.requireNonNull(kind);
        }
    }

    public Provenance {
        Objects.requireNonNull(analysis);
        Objects.requireNonNull(parameters);
        data = List.copyOf(data);
        Objects.requireNonNull(unit);
    }

    /** What is counted where rows are: what all data sets agree on. */
    public RowKind rowKind() {
        List<RowKind> kinds = data.stream().map(Origin::kind).distinct().toList();
        return kinds.size() == 1 ? kinds.getFirst() : RowKind.ROW;
    }
}
