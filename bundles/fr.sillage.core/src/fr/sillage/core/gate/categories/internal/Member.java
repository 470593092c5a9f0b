package fr.sillage.core.gate.categories.internal;

import fr.sillage.api.query.Cells;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One of several tables of the same two columns.
 *
 * @param table number for the axes
 * @param turned whether its first key is that of the columns
 * @param parts of the rows that it counts
 * @param cells its counts
 * @param hidden what it does not show
 */
record Member(int table, boolean turned, BitSet parts, Cells cells, Set<Place> hidden) {
    /** A region: a node of the rows' axis and one of the columns'. */
    record Place(int row, int column) {
        boolean isCell() {
            return row != Axis.ALL && column != Axis.ALL;
        }
    }

    Member hiding(Set<Place> places) {
        return new Member(table, turned, parts, cells, places);
    }

    boolean shows(Place place) {
        return !hidden.contains(place);
    }

    /** Of labels in the order of the table's keys; empty where a category does not occur at all. */
    static Optional<Place> place(Axis rows, Axis columns, int table, boolean turned, List<String> labels) {
        return rows.node(table, labels.get(turned ? 1 : 0))
                .flatMap(row -> columns.node(table, labels.get(turned ? 0 : 1)).map(column -> new Place(row, column)));
    }

    static Set<Place> places(Axis rows, Axis columns, int table, boolean turned, Set<List<String>> hidden) {
        Set<Place> places = new HashSet<>();
        hidden.forEach(labels -> place(rows, columns, table, turned, labels).ifPresent(places::add));
        return places;
    }
}
