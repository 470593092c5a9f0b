package fr.sillage.core.gate.network.internal;

import fr.sillage.api.query.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Makes one hidden region more, or less, than it is: units go around circles through it and other regions. Over hidden
 * regions only, that tells how far the region can be from what it is without any published number changing (the
 * greatest flow, by shortest paths: Edmonds and Karp 1972, Journal of the ACM 19:248); over visible ones too, which
 * regions to hide so that it can be farther (the cheapest path in what is left: Dijkstra 1959).
 *
 * <p>One object serves many shifts, one after the other, so that large tables need no new memory for each.
 */
public final class Shift {
    /** What it costs to hide a region that is still visible; {@link Long#MAX_VALUE}: not to be hidden. */
    public interface Price {
        long of(Region region, long units);
    }

    /** A way to close a circle: the regions on it and what hiding them costs; without regions where there is none. */
    public record Circle(List<Region> regions, long cost) {
        public static final Circle IMPOSSIBLE = new Circle(List.of(), Long.MAX_VALUE);
    }

    private final Network network;
    private final long[] prices;
    private final int[][] byPrice;
    private final long[] change;

    /** Which shift a change belongs to: older ones do not count. */
    private final int[] changedIn;

    private int shift;
    private final int[] came;

    /** In which search a node was reached. */
    private final int[] reachedIn;

    private int search;
    private final int[] queue;
    private int own;
    private boolean more;

    /** Whether the search under way follows the flow of units; otherwise it goes back. */
    private boolean onwards;

    private boolean filled;
    private Set<Integer> barred = Set.of();

    public Shift(Network network, Price price) {
        this.network = network;
        this.prices = network.edges().stream()
                .mapToLong(e -> price.of(e.region(), e.units()))
                .toArray();
        this.byPrice = new int[network.nodes()][];
        this.change = new long[network.size()];
        this.changedIn = new int[network.size()];
        this.came = new int[network.nodes()];
        this.reachedIn = new int[network.nodes()];
        this.queue = new int[network.nodes()];
    }

    /** One that is never asked for the {@link #cheapest} regions: prices take their time. */
    public static Shift overHiddenOnly(Network network) {
        return new Shift(network, (region, units) -> Long.MAX_VALUE);
    }

    /**
     * Starts over.
     *
     * @param keepFilled whether regions that are not empty must stay so
     */
    public Shift of(Region region, boolean toMore, boolean keepFilled) {
        shift++;
        own = network.edge(region);
        more = toMore;
        filled = keepFilled;
        barred = Set.of();
        return this;
    }

    /** Over none of these edges. */
    public Shift without(Set<Integer> edges) {
        barred = edges;
        return this;
    }

    /** @return by how many units the region can be moved over hidden regions, {@code enough} at most */
    public long overHidden(long enough) {
        Network.Edge edge = network.edges().get(own);
        long limit = Math.min(enough, limit());
        // looked for from the end where less begins: lines of a table can be very long one way and short the other
        onwards = network.hiddenAt(edge.target(more)) <= network.hiddenAt(edge.source(more));
        int start = onwards ? edge.target(more) : edge.source(more);
        int goal = onwards ? edge.source(more) : edge.target(more);
        long moved = 0;
        while (moved < limit && reached(start, goal)) {
            long step = limit - moved;
            for (int node = goal; node != start; node = previous(node)) {
                step = Math.min(step, room(came[node], onwards ? node : previous(node)));
            }
            for (int node = goal; node != start; node = previous(node)) {
                int into = onwards ? node : previous(node);
                add(came[node], network.edges().get(came[node]).target(true) == into ? step : -step);
            }
            moved += step;
        }
        return moved;
    }

    private int previous(int node) {
        return network.edges().get(came[node]).other(node);
    }

    private void add(int edge, long units) {
        change[edge] = changeOf(edge) + units;
        changedIn[edge] = shift;
    }

    private long changeOf(int edge) {
        return changedIn[edge] == shift ? change[edge] : 0;
    }

    /** By how many units the region could be moved if every other were hidden. */
    public long limit() {
        return room(own, network.edges().get(own).target(more));
    }

    /** How much more may flow over an edge into a node. */
    private long room(int edge, int into) {
        Network.Edge e = network.edges().get(edge);
        if (e.target(true) == into) {
            return e.most() - e.units() - changeOf(edge);
        }
        return e.units() + changeOf(edge) - Math.max(e.least(), filled && e.units() > 0 ? 1 : 0);
    }

    /**
     * Breadth first over hidden edges; leaves in {@code came} the edge by which each node was reached. Of each node that
     * is reached it is looked at once whether the goal is next to it: in a table with many hidden cells it soon is.
     */
    private boolean reached(int start, int goal) {
        search++;
        int first = 0;
        int last = 0;
        queue[last++] = start;
        reachedIn[start] = search;
        while (first < last) {
            int node = queue[first++];
            int[] edges = network.openAt(node);
            for (int k = 0; k < network.hiddenAt(node); k++) {
                int next = network.edges().get(edges[k]).other(node);
                if (reachedIn[next] != search && leads(edges[k], node, next)) {
                    came[next] = edges[k];
                    reachedIn[next] = search;
                    if (next == goal) {
                        return true;
                    }
                    int straight = network.between(next, goal);
                    if (straight >= 0 && network.isHidden(straight) && leads(straight, next, goal)) {
                        came[goal] = straight;
                        return true;
                    }
                    queue[last++] = next;
                }
            }
        }
        return false;
    }

    private boolean leads(int edge, int node, int next) {
        return edge != own && !barred.contains(edge) && room(edge, onwards ? next : node) > 0;
    }

    /** The cheapest regions that, hidden, let the region be moved by some more units than {@link #overHidden} did. */
    public Circle cheapest(long amount) {
        Network.Edge edge = network.edges().get(own);
        onwards = network.at(edge.target(more)).length <= network.at(edge.source(more)).length;
        int start = onwards ? edge.target(more) : edge.source(more);
        int goal = onwards ? edge.source(more) : edge.target(more);
        long[] best = new long[network.nodes()];
        Arrays.fill(best, Long.MAX_VALUE);
        best[start] = 0;
        PriorityQueue<Reached> nearest = new PriorityQueue<>(Comparator.comparingLong(Reached::cost));
        nearest.add(new Reached(start, 0));
        while (!nearest.isEmpty() && nearest.element().cost() < best[goal]) {
            Reached reached = nearest.remove();
            int node = reached.node();
            if (reached.cost() == best[node]) {
                int[] open = network.openAt(node);
                for (int k = 0; k < network.hiddenAt(node) && best[node] < best[goal]; k++) {
                    over(open[k], node, goal, amount, best).ifPresent(nearest::add);
                }
                int[] visible = byPrice(node);
                for (int k = 0; k < visible.length && best[node] + prices[visible[k]] < best[goal]; k++) {
                    if (!network.isHidden(visible[k])) {
                        over(visible[k], node, goal, amount, best).ifPresent(nearest::add);
                    }
                }
            }
        }
        if (best[goal] == Long.MAX_VALUE) {
            return Circle.IMPOSSIBLE;
        }
        List<Region> regions = new ArrayList<>();
        for (int at = goal; at != start; at = previous(at)) {
            regions.add(network.edges().get(came[at]).region());
        }
        return new Circle(regions, best[goal]);
    }

    /** Goes over an edge where that is cheaper than what was found, and looks whether the goal is next. */
    private Optional<Reached> over(int edge, int node, int goal, long amount, long[] best) {
        int to = network.edges().get(edge).other(node);
        long cost = cost(edge, node, to, best[node], amount);
        if (cost >= best[to] || cost >= best[goal]) {
            return Optional.empty();
        }
        best[to] = cost;
        came[to] = edge;
        int straight = to == goal ? -1 : network.between(to, goal);
        long whole = straight < 0 ? Long.MAX_VALUE : cost(straight, to, goal, cost, amount);
        if (whole < best[goal]) {
            best[goal] = whole;
            came[goal] = straight;
        }
        return Optional.of(new Reached(to, cost));
    }

    /** Edges at a node that may be hidden, the cheapest first. */
    private int[] byPrice(int node) {
        if (byPrice[node] == null) {
            byPrice[node] = Arrays.stream(network.at(node))
                    .filter(edge -> prices[edge] < Long.MAX_VALUE)
                    .boxed()
                    .sorted(Comparator.comparingLong(edge -> prices[edge]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return byPrice[node];
    }

    /** Of reaching a node over an edge; {@link Long#MAX_VALUE} where so many units cannot go there. */
    private long cost(int edge, int node, int to, long before, long amount) {
        long price = network.isHidden(edge) ? 0 : prices[edge];
        boolean open = price < Long.MAX_VALUE
                && edge != own
                && !barred.contains(edge)
                && room(edge, onwards ? to : node) >= amount;
        return open ? before + price : Long.MAX_VALUE;
    }

    private record Reached(int node, long cost) {}
}
