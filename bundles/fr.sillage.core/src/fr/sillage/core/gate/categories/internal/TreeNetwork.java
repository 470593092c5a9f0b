package fr.sillage.core.gate.categories.internal;

import fr.sillage.api.query.Region;
import fr.sillage.core.gate.categories.internal.Member.Place;
import fr.sillage.core.gate.network.internal.HidingPrice;
import fr.sillage.core.gate.network.internal.Network;
import fr.sillage.core.gate.network.internal.Shift;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
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

    /** Of these what earlier tables show: no new one can hide it. */
    private final Set<Integer> fixed = new HashSet<>();

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

    /**
     * Says that a region's units are known.
     *
     * @param open whether they could still be hidden
     */
    void freeze(int row, int column, boolean open) {
        int across = turned ? row : column;
        for (int line : lines(turned ? column : row)) {
            int edge = network.edge(Region.of(line, across));
            frozen.add(edge);
            if (!open) {
                fixed.add(edge);
            }
        }
    }

    private List<Integer> lines(int node) {
        return node == Axis.ALL ? List.of(flat.size()) : flat.members(node);
    }

    private Shift shift() {
        if (shift == null) {
            for (Network.Edge edge : network.edges()) {
                if (!frozen.contains(network.edge(edge.region()))) {
                    network.hide(edge.region());
                }
            }
            shift = new Shift(network, this::price);
        }
        return shift;
    }

    private long price(Region region, long units) {
        boolean total = region.codes().get(0) == flat.size() && region.codes().get(1) == Axis.ALL;
        if (total || fixed.contains(network.edge(region))) {
            return Long.MAX_VALUE;
        }
        boolean margin = region.codes().get(0) == flat.size() || region.codes().get(1) == Axis.ALL;
        return HidingPrice.of(units, margin);
    }

    /** By how many units a region can be moved while all that is known stays. */
    long room(Place place, boolean more, long enough) {
        long most = 0;
        Set<Integer> edges = edges(place);
        for (int edge : edges) {
            Region region = network.edges().get(edge).region();
            if (most < enough && !frozen.contains(edge)) {
                most = Math.max(
                        most, shift().of(region, more, false).without(edges).overHidden(enough));
            }
        }
        return most;
    }

    private Set<Integer> edges(Place place) {
        Set<Integer> edges = new LinkedHashSet<>();
        for (int line : lines(turned ? place.column() : place.row())) {
            edges.add(network.edge(Region.of(line, turned ? place.row() : place.column())));
        }
        return edges;
    }

    /** What would have to be hidden for a region to be movable by so many units; what costs least. */
    Opening opening(Place place, boolean more, long wanted) {
        Opening best = Opening.NONE;
        Set<Integer> edges = edges(place);
        for (int edge : edges) {
            Region region = network.edges().get(edge).region();
            if (!fixed.contains(edge)) {
                shift().of(region, more, false).without(edges);
                long rest = wanted - shift().overHidden(wanted);
                Shift.Circle circle = Shift.Circle.IMPOSSIBLE;
                for (long amount = rest; amount > 0 && circle.regions().isEmpty(); amount--) {
                    circle = shift().cheapest(amount);
                }
                if (circle.cost() < best.cost()) {
                    Set<Place> places = new LinkedHashSet<>();
                    circle.regions().stream()
                            .filter(each -> frozen.contains(network.edge(each)))
                            .forEach(each -> places.add(place(each)));
                    if (frozen.contains(edge)) {
                        places.add(place(region));
                    }
                    best = new Opening(places, circle.cost());
                }
            }
        }
        return best;
    }

    private Place place(Region region) {
        int line = region.codes().get(0);
        int node = line == flat.size() ? Axis.ALL : 1 + line;
        int across = region.codes().get(1);
        return turned ? new Place(across, node) : new Place(node, across);
    }

    /** Regions to hide and what that costs. */
    record Opening(Set<Place> places, long cost) {
        static final Opening NONE = new Opening(Set.of(), Long.MAX_VALUE);
    }
}
