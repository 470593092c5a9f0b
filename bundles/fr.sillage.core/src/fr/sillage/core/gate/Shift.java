package fr.sillage.core.gate;

import fr.sillage.api.query.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Makes one hidden region more, or less, than it is: units go around circles through it and other regions. Over hidden
 * regions only, that tells how far the region can be from what it is without any published number changing (the
 * greatest flow, by shortest paths: Edmonds and Karp 1972, Journal of the ACM 19:248); over visible ones too, which
 * regions to hide so that it can be farther (the cheapest path in what is left: Dijkstra 1959).
 *
 * <p>One object serves many shifts, one after the other, so that large tables need no new memory for each.
 */
final class Shift {
    private static final int NONE = -1;

    /** What it costs to hide a region that is still visible; {@link Long#MAX_VALUE}: not to be hidden. */
    interface Price {
        long of(Region region, long units);
    }

    /** A way to close a circle: the regions on it and what hiding them costs; without regions where there is none. */
    record Circle(List<Region> regions, long cost) {
        static final Circle IMPOSSIBLE = new Circle(List.of(), Long.MAX_VALUE);
    }

    private final Network network;
    private final long[] prices;
    private final long[] change;

    /** Which shift a change belongs to: older ones do not count. */
    private final int[] changedIn;

    private int shift;
    private final int[] came;
    private final int[] queue;
    private int own;
    private boolean more;
    private boolean filled;
    private Set<Integer> barred = Set.of();

    Shift(Network network, Price price) {
        this.network = network;
        this.prices = network.edges().stream()
                .mapToLong(e -> price.of(e.region(), e.units()))
                .toArray();
        this.change = new long[network.size()];
        this.changedIn = new int[network.size()];
        this.came = new int[network.nodes()];
        this.queue = new int[network.nodes()];
    }

    /** One that is never asked for the {@link #cheapest} regions: prices take their time. */
    static Shift overHiddenOnly(Network network) {
        return new Shift(network, (region, units) -> Long.MAX_VALUE);
    }

    /**
     * Starts over.
     *
     * @param keepFilled whether regions that are not empty must stay so
     */
    Shift of(Region region, boolean toMore, boolean keepFilled) {
        shift++;
        own = network.edge(region);
        more = toMore;
        filled = keepFilled;
        barred = Set.of();
        return this;
    }

    /** Over none of these edges. */
    Shift without(Set<Integer> edges) {
        barred = edges;
        return this;
    }

    /** @return by how many units the region can be moved over hidden regions, {@code enough} at most */
    long overHidden(long enough) {
        Network.Edge edge = network.edges().get(own);
        long limit = Math.min(enough, limit());
        long moved = 0;
        while (moved < limit && reached(edge.target(more), edge.source(more))) {
            long step = limit - moved;
            for (int node = edge.source(more); node != edge.target(more); node = previous(node)) {
                step = Math.min(step, room(came[node], node));
            }
            for (int node = edge.source(more); node != edge.target(more); node = previous(node)) {
                add(came[node], network.edges().get(came[node]).target(true) == node ? step : -step);
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
    long limit() {
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

    /** Breadth first over hidden edges; leaves in {@code came} the edge by which each node was reached. */
    private boolean reached(int start, int goal) {
        Arrays.fill(came, NONE);
        int first = 0;
        int last = 0;
        queue[last++] = start;
        while (first < last) {
            int node = queue[first++];
            int[] edges = network.openAt(node);
            for (int k = 0; k < network.hiddenAt(node); k++) {
                int next = network.edges().get(edges[k]).other(node);
                if (edges[k] != own
                        && !barred.contains(edges[k])
                        && next != start
                        && came[next] == NONE
                        && room(edges[k], next) > 0) {
                    came[next] = edges[k];
                    if (next == goal) {
                        return true;
                    }
                    queue[last++] = next;
                }
            }
        }
        return false;
    }

    /** The cheapest regions that, hidden, let the region be moved by some more units than {@link #overHidden} did. */
    Circle cheapest(long amount) {
        Network.Edge edge = network.edges().get(own);
        int start = edge.target(more);
        int goal = edge.source(more);
        long[] best = new long[network.nodes()];
        boolean[] done = new boolean[network.nodes()];
        Arrays.fill(best, Long.MAX_VALUE);
        best[start] = 0;
        int node = start;
        while (node != NONE && node != goal) {
            done[node] = true;
            for (int e : network.at(node)) {
                int to = network.edges().get(e).other(node);
                long price = network.isHidden(e) ? 0 : prices[e];
                if (e != own
                        && !barred.contains(e)
                        && !done[to]
                        && price < Long.MAX_VALUE
                        && best[node] + price < best[to]
                        && room(e, to) >= amount) {
                    best[to] = best[node] + price;
                    came[to] = e;
                }
            }
            node = nearest(best, done);
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

    private static int nearest(long[] best, boolean[] done) {
        int nearest = NONE;
        for (int i = 0; i < best.length; i++) {
            if (!done[i] && best[i] < Long.MAX_VALUE && (nearest == NONE || best[i] < best[nearest])) {
                nearest = i;
            }
        }
        return nearest;
    }
}
