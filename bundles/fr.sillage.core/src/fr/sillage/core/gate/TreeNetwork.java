package fr.sillage.core.gate;

import fr.sillage.api.query.Region;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Units by the classes of one axis and, along the other one, by its classes and every category above them, as a network
 * ({@link Network}): what several tables with categories of their own have in common. A network with a tree on both
 * sides does not exist, so categories along the first axis other than single classes and all of them keep each of
 * their classes as it is: that leaves less possible than is, never more.
 */
final class TreeNetwork {
    private final Axis flat;
    private final Axis tree;
    private final boolean turned;
    private final Network network;
    private final Set<Integer> frozen = new HashSet<>();
    private Shift shift;

    /** What a place holds, and to what it can be changed. */
    interface Counts {
        long units(int row, int column);

        default long most(int row, int column) {
            return Long.MAX_VALUE / 2;
        }
    }

    /**
     * @param turned whether the tree is that of the rows
     * @param counts by classes of rows and columns
     */
    TreeNetwork(Axis rows, Axis columns, boolean turned, Counts counts) {
        this.flat = turned ? columns : rows;
        this.tree = turned ? rows : columns;
        this.turned = turned;
        this.network = new Network(nodes(), edges(counts));
    }

    private int inner() {
        return tree.nodes() - tree.size();
    }

    private int nodes() {
        return (flat.size() + 1) * inner() + tree.size() + 1;
    }

    /** Where flow over a category is divided, for a class or, with the number after the last one, for all. */
    private int divided(int line, int node) {
        return line * inner() + (node == Axis.ALL ? 0 : node - tree.size());
    }

    private int gathered(int treeClass) {
        return (flat.size() + 1) * inner() + treeClass;
    }

    private List<Network.Edge> edges(Counts counts) {
        long[][] units = new long[flat.size() + 1][tree.nodes()];
        List<Network.Edge> edges = new ArrayList<>();
        int top = nodes() - 1;
        int all = flat.size();
        for (int line = 0; line <= flat.size(); line++) {
            for (int node = 0; node < tree.nodes(); node++) {
                if (line < all) {
                    for (int c : tree.members(node)) {
                        units[line][node] += turned ? counts.units(c, line) : counts.units(line, c);
                    }
                    units[all][node] += units[line][node];
                }
                int above = node == Axis.ALL ? top : divided(line, tree.parent(node));
                int below = tree.isClass(node) ? gathered(node - 1) : divided(line, node);
                long most = line == all || !tree.isClass(node)
                        ? Long.MAX_VALUE / 2
                        : turned ? counts.most(node - 1, line) : counts.most(line, node - 1);
                edges.add(new Network.Edge(
                        Region.of(line, node),
                        line == all ? below : above,
                        line == all ? above : below,
                        true,
                        units[line][node],
                        0,
                        Math.max(units[line][node], most)));
            }
        }
        return edges;
    }

    /** Says that a region's units are known. */
    void freeze(int row, int column) {
        int across = turned ? row : column;
        for (int line : lines(turned ? column : row)) {
            frozen.add(network.edge(Region.of(line, across)));
        }
    }

    private List<Integer> lines(int node) {
        return node == Axis.ALL ? List.of(flat.size()) : flat.members(node);
    }

    /** By how many units a region can be moved while all that is known stays. */
    long room(int row, int column, boolean more, long enough) {
        if (shift == null) {
            for (Network.Edge edge : network.edges()) {
                if (!frozen.contains(network.edge(edge.region()))) {
                    network.hide(edge.region());
                }
            }
            shift = new Shift(network, (region, units) -> Long.MAX_VALUE);
        }
        int across = turned ? row : column;
        List<Integer> lines = lines(turned ? column : row);
        Set<Integer> edges = new HashSet<>();
        lines.forEach(line -> edges.add(network.edge(Region.of(line, across))));
        long most = 0;
        for (int line : lines) {
            Region region = Region.of(line, across);
            if (most < enough && network.isHidden(network.edge(region))) {
                most = Math.max(
                        most, shift.of(region, more, false).without(edges).overHidden(enough));
            }
        }
        return most;
    }
}
