package fr.sillage.core.gate.network.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import fr.sillage.core.gate.known.Surroundings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Random tables of which some regions are hidden; found again by slow searches that know nothing of shortest paths. */
class ShiftTest {
    private static final int TABLES = 300;
    private static final long MOST = 1_000;

    @Test
    void movesAsFarAsPossible() {
        int moved = 0;
        for (int seed = 0; seed < TABLES; seed++) {
            Network network = network(new Random(seed));
            Shift shift = new Shift(network, ShiftTest::price);
            for (Region region : List.copyOf(network.hiddenRegions())) {
                for (boolean more : new boolean[] {true, false}) {
                    for (boolean filled : new boolean[] {true, false}) {
                        long expected = new Slow(network, region, more, filled).flow();
                        String name = "seed " + seed + ", " + region + (more ? " more" : " less");
                        assertEquals(expected, shift.of(region, more, filled).overHidden(MOST), name);
                        assertEquals(
                                Math.min(3, expected),
                                shift.of(region, more, filled).overHidden(3),
                                name);
                        moved += expected > 0 ? 1 : 0;
                    }
                }
            }
        }
        assertTrue(moved > TABLES, moved + " moves");
    }

    @Test
    void hidesWhatCostsLeast() {
        int found = 0;
        for (int seed = 0; seed < TABLES; seed++) {
            Network network = network(new Random(seed));
            Shift shift = new Shift(network, ShiftTest::price);
            for (Region region : List.copyOf(network.hiddenRegions())) {
                for (boolean more : new boolean[] {true, false}) {
                    for (long amount = 1; amount <= 3; amount++) {
                        long expected = new Slow(network, region, more, true).cost(amount);
                        Shift.Circle circle = shift.of(region, more, true).cheapest(amount);
                        assertEquals(expected, circle.cost(), "seed " + seed + ", " + region);
                        assertEquals(
                                expected < Long.MAX_VALUE ? expected : 0,
                                circle.regions().stream()
                                        .filter(each -> !network.isHidden(network.edge(each)))
                                        .mapToLong(each -> price(each, network.units(each)))
                                        .sum(),
                                "the regions of seed " + seed);
                        found += expected < Long.MAX_VALUE && expected > 0 ? 1 : 0;
                    }
                }
            }
        }
        assertTrue(found > TABLES, found + " found");
    }

    private static long price(Region region, long units) {
        boolean total = region.codes().stream().allMatch(code -> code == Region.ALL);
        return total ? Long.MAX_VALUE : (units == 0 ? 1L << 46 : region.isMargin() ? 1L << 40 : 1) + units;
    }

    private static Network network(Random random) {
        int rows = 1 + random.nextInt(5);
        int columns = random.nextInt(5);
        long[][] counts = new long[rows][Math.max(1, columns)];
        for (long[] row : counts) {
            Arrays.setAll(row, j -> random.nextInt(3) == 0 ? 0 : random.nextInt(1 + random.nextInt(12)));
        }
        Cells cells = columns == 0 ? ofOneKey(counts) : ofTwoKeys(counts);
        Network network = new Network(cells, Unit.ROW, Surroundings.NONE);
        network.edges().stream()
                .map(Network.Edge::region)
                .filter(region -> !region.equals(cells.total()) && random.nextInt(2) == 0)
                .toList()
                .forEach(network::hide);
        return network;
    }

    private static Cells ofOneKey(long[][] counts) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            cells.add(cell(counts[i][0], i));
        }
        cells.add(cell(Arrays.stream(counts).mapToLong(row -> row[0]).sum(), Region.ALL));
        return cells(cells, counts.length);
    }

    private static Cells ofTwoKeys(long[][] counts) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                cells.add(cell(counts[i][j], i, j));
            }
            cells.add(cell(Arrays.stream(counts[i]).sum(), i, Region.ALL));
        }
        for (int j = 0; j < counts[0].length; j++) {
            int column = j;
            cells.add(cell(Arrays.stream(counts).mapToLong(row -> row[column]).sum(), Region.ALL, j));
        }
        cells.add(cell(Arrays.stream(counts).flatMapToLong(Arrays::stream).sum(), Region.ALL, Region.ALL));
        return cells(cells, counts.length, counts[0].length);
    }

    private static Cell cell(long units, int... codes) {
        return new Cell(Region.of(codes), units, units);
    }

    private static Cells cells(List<Cell> cells, int... sizes) {
        List<FieldRef> keys = IntStream.range(0, sizes.length)
                .mapToObj(key -> new FieldRef("slot", "c" + key))
                .toList();
        List<List<String>> labels = Arrays.stream(sizes)
                .mapToObj(size ->
                        IntStream.range(0, size).mapToObj(String::valueOf).toList())
                .toList();
        return new Cells(keys, Unit.ROW, labels, cells, true, cell(0, Region.MISSING), cell(0, Region.EXCLUDED));
    }

    /** The same question, answered step by step. */
    private static final class Slow {
        private final Network network;
        private final int own;
        private final boolean filled;
        private final int start;
        private final int goal;
        private final long limit;
        private final Map<Integer, Long> change = new HashMap<>();

        Slow(Network network, Region region, boolean more, boolean filled) {
            this.network = network;
            this.own = network.edge(region);
            this.filled = filled;
            Network.Edge edge = network.edges().get(own);
            this.start = edge.target(more);
            this.goal = edge.source(more);
            this.limit = Math.min(MOST, room(own, start));
        }

        private long room(int edge, int into) {
            Network.Edge e = network.edges().get(edge);
            long now = e.units() + change.getOrDefault(edge, 0L);
            return e.target(true) == into ? MOST * MOST - now : now - (filled && e.units() > 0 ? 1 : 0);
        }

        /** One unit after the other. */
        long flow() {
            long moved = 0;
            while (moved < limit && step(start, new boolean[network.nodes()])) {
                moved++;
            }
            return moved;
        }

        private boolean step(int node, boolean[] been) {
            if (node == goal) {
                return true;
            }
            been[node] = true;
            for (int edge : network.at(node)) {
                int next = network.edges().get(edge).other(node);
                if (edge != own && network.isHidden(edge) && !been[next] && room(edge, next) > 0 && step(next, been)) {
                    long sign = network.edges().get(edge).target(true) == next ? 1 : -1;
                    change.merge(edge, sign, Long::sum);
                    return true;
                }
            }
            return false;
        }

        /** Over every edge as often as there are nodes (Bellman and Ford). */
        long cost(long amount) {
            long[] best = new long[network.nodes()];
            Arrays.fill(best, Long.MAX_VALUE);
            best[start] = 0;
            for (int round = 0; round < network.nodes(); round++) {
                for (int edge = 0; edge < network.size(); edge++) {
                    Network.Edge e = network.edges().get(edge);
                    relax(edge, e.from(), e.to(), amount, best);
                    relax(edge, e.to(), e.from(), amount, best);
                }
            }
            return best[goal];
        }

        private void relax(int edge, int from, int to, long amount, long[] best) {
            Network.Edge e = network.edges().get(edge);
            long price = network.isHidden(edge) ? 0 : price(e.region(), e.units());
            if (edge != own && best[from] < Long.MAX_VALUE && price < Long.MAX_VALUE && room(edge, to) >= amount) {
                best[to] = Math.min(best[to], best[from] + price);
            }
        }
    }
}
