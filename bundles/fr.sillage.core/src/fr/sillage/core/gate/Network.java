package fr.sillage.core.gate;

import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Region;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * A table with its margins as a network: a category of the first key is a node on one side, one of the second key on
 * the other, a cell the edge between them; the margins are the edges to a further node on either side, their flow
 * counted backwards, the total the edge between these two. That cells add up to margins then means that what flows
 * into a node flows out. So the changes that leave all published numbers as they are, are circulations over the hidden
 * edges, and since networks have integer solutions every whole number between a hidden edge's least and greatest
 * value is possible. (Gusfield 1988, SIAM Journal on Computing 17:552; Castro 2012, European Journal of Operational
 * Research 216:525.) With one key the cells are parallel edges.
 */
final class Network {
    private final List<Edge> edges = new ArrayList<>();
    private final Map<Region, Integer> byRegion = new HashMap<>();
    private final List<List<Integer>> at = new ArrayList<>();
    private final boolean[] hidden;

    /**
     * @param forwards whether more units flow from {@code from} to {@code to}; otherwise back
     * @param units what it holds
     */
    private record Edge(Region region, int from, int to, boolean forwards, long units) {
        int source(boolean more) {
            return more == forwards ? from : to;
        }

        int target(boolean more) {
            return more == forwards ? to : from;
        }
    }

    Network(Cells cells) {
        int rows = cells.labels(0).size();
        if (cells.keys().size() == 1) {
            nodes(2);
            for (int i = 0; i < rows; i++) {
                add(cells, Region.of(i), 0, 1, true);
            }
            add(cells, cells.total(), 0, 1, false);
        } else {
            int columns = cells.labels(1).size();
            nodes(rows + columns + 2);
            int rowMargin = rows + columns;
            int columnMargin = rowMargin + 1;
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    add(cells, Region.of(i, j), i, rows + j, true);
                }
                add(cells, Region.of(i, Region.ALL), i, columnMargin, false);
            }
            for (int j = 0; j < columns; j++) {
                add(cells, Region.of(Region.ALL, j), rowMargin, rows + j, false);
            }
            add(cells, cells.total(), rowMargin, columnMargin, true);
        }
        hidden = new boolean[edges.size()];
    }

    private void nodes(int count) {
        for (int i = 0; i < count; i++) {
            at.add(new ArrayList<>());
        }
    }

    private void add(Cells cells, Region region, int from, int to, boolean forwards) {
        byRegion.put(region, edges.size());
        at.get(from).add(edges.size());
        at.get(to).add(edges.size());
        edges.add(new Edge(region, from, to, forwards, cells.units(region)));
    }

    void hide(Region region) {
        hidden[byRegion.get(region)] = true;
    }

    boolean isHidden(Region region) {
        return hidden[byRegion.get(region)];
    }

    List<Region> hiddenRegions() {
        List<Region> regions = new ArrayList<>();
        for (int e = 0; e < hidden.length; e++) {
            if (hidden[e]) {
                regions.add(edges.get(e).region());
            }
        }
        return regions;
    }

    long units(Region region) {
        return edges.get(byRegion.get(region)).units();
    }

    /**
     * By how much a hidden region could be more, or less, than it is.
     *
     * @param enough where to stop counting
     */
    long slack(Region region, boolean more, long enough) {
        int own = byRegion.get(region);
        Edge edge = edges.get(own);
        long limit = more ? enough : Math.min(enough, edge.units());
        long[] change = new long[edges.size()];
        long moved = 0;
        while (moved < limit) {
            int[] came = breadthFirst(edge.target(more), edge.source(more), own, change);
            if (came.length == 0) {
                return moved;
            }
            long step = limit - moved;
            for (int node = edge.source(more); node != edge.target(more); node = other(came[node], node)) {
                step = Math.min(step, room(came[node], node, change));
            }
            for (int node = edge.source(more); node != edge.target(more); node = other(came[node], node)) {
                change[came[node]] += edges.get(came[node]).target(true) == node ? step : -step;
            }
            moved += step;
        }
        return moved;
    }

    private int other(int edge, int node) {
        Edge e = edges.get(edge);
        return e.from() == node ? e.to() : e.from();
    }

    /** How much more may flow over an edge into a node. */
    private long room(int edge, int into, long[] change) {
        Edge e = edges.get(edge);
        return e.target(true) == into ? Long.MAX_VALUE : e.units() + change[edge];
    }

    /** The edge by which each node was reached; empty where the goal was not. */
    private int[] breadthFirst(int start, int goal, int own, long[] change) {
        int[] came = new int[at.size()];
        Arrays.fill(came, -1);
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            int node = open.poll();
            for (int edge : at.get(node)) {
                int next = other(edge, node);
                if (hidden[edge] && edge != own && next != start && came[next] < 0 && room(edge, next, change) > 0) {
                    came[next] = edge;
                    if (next == goal) {
                        return came;
                    }
                    open.add(next);
                }
            }
        }
        return new int[0];
    }

    /** What it costs to hide a region that is still visible. */
    interface Cost {
        long of(Region region, long units);
    }

    /** A way to close the circle through a region, and what hiding it costs. */
    record Circle(List<Region> regions, long cost) {}

    /**
     * The cheapest other regions that, hidden, let a region be more, or less, by some units.
     *
     * @return without regions where there is none
     */
    Circle cheapest(Region region, boolean more, long amount, Cost cost) {
        int own = byRegion.get(region);
        Edge edge = edges.get(own);
        int start = edge.target(more);
        int goal = edge.source(more);
        long[] best = new long[at.size()];
        int[] came = new int[at.size()];
        Arrays.fill(best, Long.MAX_VALUE);
        best[start] = 0;
        PriorityQueue<long[]> open = new PriorityQueue<>((a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
        open.add(new long[] {0, start});
        long[] unchanged = new long[edges.size()];
        while (!open.isEmpty()) {
            long[] first = open.poll();
            int node = (int) first[1];
            if (first[0] > best[node]) {
                continue;
            }
            if (node == goal) {
                break;
            }
            for (int next : at.get(node)) {
                int to = other(next, node);
                if (next != own && room(next, to, unchanged) >= amount) {
                    Edge e = edges.get(next);
                    long price = hidden[next] ? 0 : cost.of(e.region(), e.units());
                    if (price < Long.MAX_VALUE && first[0] + price < best[to]) {
                        best[to] = first[0] + price;
                        came[to] = next;
                        open.add(new long[] {best[to], to});
                    }
                }
            }
        }
        if (best[goal] == Long.MAX_VALUE) {
            return new Circle(List.of(), Long.MAX_VALUE);
        }
        List<Region> regions = new ArrayList<>();
        for (int node = goal; node != start; node = other(came[node], node)) {
            regions.add(edges.get(came[node]).region());
        }
        return new Circle(regions, best[goal]);
    }
}
