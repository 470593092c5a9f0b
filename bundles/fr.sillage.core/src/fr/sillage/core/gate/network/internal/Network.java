package fr.sillage.core.gate.network.internal;

import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import fr.sillage.core.gate.known.Surroundings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of units with its margins as a network: a category of the first key is a node on one side, one of the second
 * key on the other, a cell the edge between them; the margins are the edges to a further node on either side, their
 * flow counted backwards, the total the edge between these two. That cells add up to margins then means that what flows
 * into a node flows out. So the changes that leave all published numbers as they are, are circulations over the hidden
 * edges, and since networks have integer solutions every whole number between a hidden edge's least and greatest
 * value is possible. (Gusfield 1988, SIAM Journal on Computing 17:552; Castro 2012, European Journal of Operational
 * Research 216:525.) With one key the cells are parallel edges.
 *
 * <p>Where units are persons, no cell can hold more of them than there are in all.
 */
public final class Network {
    private final List<Edge> edges = new ArrayList<>();
    private final Map<Region, Integer> byRegion = new HashMap<>();
    private final NodePairs pairs;
    private final int[][] all;
    private final int[][] open;
    private final int[] opened;
    private final boolean[] hidden;
    private final List<Region> hiddenInOrder = new ArrayList<>();

    /**
     * @param forwards whether more units flow from {@code from} to {@code to}; otherwise back
     * @param units what it holds
     * @param least what it must hold at the least while all that is known besides stays as it is
     * @param most what it can hold
     */
    public record Edge(Region region, int from, int to, boolean forwards, long units, long least, long most) {
        /** Node from which flow comes when the region grows, or shrinks. */
        int source(boolean more) {
            return more == forwards ? from : to;
        }

        int target(boolean more) {
            return more == forwards ? to : from;
        }

        int other(int node) {
            return from == node ? to : from;
        }
    }

    /** Of given edges, between nodes 0 to {@code nodes} - 1. */
    public Network(int nodes, List<Edge> given) {
        for (Edge edge : given) {
            byRegion.put(edge.region(), edges.size());
            edges.add(edge);
        }
        hidden = new boolean[edges.size()];
        pairs = pairs(nodes);
        all = incident(nodes);
        open = new int[nodes][4];
        opened = new int[nodes];
    }

    /** @param unit what is counted */
    public Network(Cells cells, Unit unit, Surroundings surroundings) {
        Counting counting = new Counting(cells, unit, surroundings);
        int rows = cells.labels(0).size();
        int nodes;
        if (cells.keys().size() == 1) {
            nodes = 2;
            for (int i = 0; i < rows; i++) {
                add(counting, Region.of(i), 0, 1, true);
            }
            add(counting, cells.total(), 0, 1, false);
        } else {
            int columns = cells.labels(1).size();
            nodes = rows + columns + 2;
            int rowMargin = rows + columns;
            int columnMargin = rowMargin + 1;
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    add(counting, Region.of(i, j), i, rows + j, true);
                }
                add(counting, Region.of(i, Region.ALL), i, columnMargin, false);
            }
            for (int j = 0; j < columns; j++) {
                add(counting, Region.of(Region.ALL, j), rowMargin, rows + j, false);
            }
            add(counting, cells.total(), rowMargin, columnMargin, true);
        }
        hidden = new boolean[edges.size()];
        pairs = pairs(nodes);
        all = incident(nodes);
        open = new int[nodes][4];
        opened = new int[nodes];
    }

    private void add(Counting counting, Region region, int from, int to, boolean forwards) {
        byRegion.put(region, edges.size());
        long units = counting.units(region);
        long most = Math.min(counting.most(region), counting.surroundings().most(region));
        edges.add(new Edge(
                region,
                from,
                to,
                forwards,
                units,
                Math.min(units, counting.surroundings().least(region)),
                Math.max(units, most)));
    }

    /** How regions are counted. */
    private record Counting(Cells cells, Unit unit, Surroundings surroundings) {
        long units(Region region) {
            return cells.units(region, unit);
        }

        long most(Region region) {
            boolean persons = unit == Unit.SUBJECT && !region.isMargin();
            return persons ? cells.cell(cells.total()).persons() : Long.MAX_VALUE / 2;
        }
    }

    private NodePairs pairs(int nodes) {
        NodePairs found = new NodePairs(nodes, edges.size());
        for (int e = 0; e < edges.size(); e++) {
            found.putIfAbsent(edges.get(e).from(), edges.get(e).to(), e);
        }
        return found;
    }

    private int[][] incident(int nodes) {
        List<List<Integer>> lists = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            lists.add(new ArrayList<>());
        }
        for (int e = 0; e < edges.size(); e++) {
            lists.get(edges.get(e).from()).add(e);
            lists.get(edges.get(e).to()).add(e);
        }
        return lists.stream()
                .map(l -> l.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    public void hide(Region region) {
        int edge = byRegion.get(region);
        if (!hidden[edge]) {
            hidden[edge] = true;
            hiddenInOrder.add(region);
            opened(edges.get(edge).from(), edge);
            opened(edges.get(edge).to(), edge);
        }
    }

    private void opened(int node, int edge) {
        if (opened[node] == open[node].length) {
            open[node] = Arrays.copyOf(open[node], 2 * opened[node]);
        }
        open[node][opened[node]++] = edge;
    }

    /** In the order in which they were hidden; the live list: it grows with {@link #hide}. */
    public List<Region> hiddenRegions() {
        return hiddenInOrder;
    }

    public boolean knows(Region region) {
        return byRegion.containsKey(region);
    }

    public int size() {
        return edges.size();
    }

    public long units(Region region) {
        return edges.get(byRegion.get(region)).units();
    }

    public List<Edge> edges() {
        return edges;
    }

    public int edge(Region region) {
        return byRegion.get(region);
    }

    /** An edge between two nodes, of several the first; less than 0 where there is none. */
    int between(int one, int other) {
        return pairs.edge(one, other);
    }

    /** Every edge at a node. */
    int[] at(int node) {
        return all[node];
    }

    /** The hidden edges at a node; only the first {@link #hiddenAt} are filled. */
    int[] openAt(int node) {
        return open[node];
    }

    int hiddenAt(int node) {
        return opened[node];
    }

    public boolean isHidden(int edge) {
        return hidden[edge];
    }

    int nodes() {
        return all.length;
    }
}
