package fr.sillage.engine.aggregate.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Measure;
import fr.sillage.engine.cell.internal.Family;
import fr.sillage.engine.measure.internal.MeasureTaker;
import fr.sillage.engine.measure.internal.Measured;
import fr.sillage.engine.measure.internal.QuantileSearch;
import fr.sillage.engine.measure.internal.Quantiles;
import fr.sillage.engine.measure.internal.Totals;
import fr.sillage.engine.scan.internal.Parallel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Finds the quantiles of measured columns: in histograms, where each different number was counted in each cell, else by
 * scanning again.
 */
final class QuantileValues {
    private final ScanPlan plan;
    private final FilledCells filled;
    private final List<MeasureTaker> takers;
    private final List<Measure> measures;
    private final long memory;
    private final JobControl job;
    private final int[] firstRegion;

    /** For each column and region the values at the places that its quantiles need. */
    private final Map<Integer, List<Map<Long, Double>>> found = new HashMap<>();

    QuantileValues(
            ScanPlan plan,
            FilledCells filled,
            List<MeasureTaker> takers,
            List<Measure> measures,
            long memory,
            JobControl job) {
        this.plan = plan;
        this.filled = filled;
        this.takers = takers;
        this.measures = measures;
        this.memory = memory;
        this.job = job;
        this.firstRegion = new int[filled.families().size()];
        for (int family = 1; family < firstRegion.length; family++) {
            firstRegion[family] =
                    firstRegion[family - 1] + filled.families().get(family - 1).size();
        }
    }

    /**
     * Looks the values up that the column's quantiles need.
     *
     * @param totals of the column, for each family
     */
    void prepare(int column, List<Totals> totals) {
        List<Quantiles> wanted = plan.measured().get(column).measures().stream()
                .map(measures::get)
                .filter(Measure.Quantile.class::isInstance)
                .map(measure -> new Quantiles(((Measure.Quantile) measure).share()))
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        List<long[]> places = new ArrayList<>();
        for (Totals ofFamily : totals) {
            for (int region = 0; region < ofFamily.size(); region++) {
                long values = ofFamily.values(region);
                places.add(
                        values == 0
                                ? new long[0]
                                : wanted.stream()
                                        .flatMapToLong(q -> LongStream.of(q.lower(values), q.upper(values)))
                                        .sorted()
                                        .distinct()
                                        .toArray());
            }
        }
        found.put(
                column,
                plan.measured().get(column).histogram() ? counted(column, places) : searched(column, places, totals));
    }

    private List<Map<Long, Double>> counted(int column, List<long[]> places) {
        Measured numbers = plan.measured().get(column).numbers();
        List<Map<Long, Double>> values = new ArrayList<>();
        for (int family = 0; family < firstRegion.length; family++) {
            int[][] cellsOf = cellsOf(filled.families().get(family));
            for (int region = 0; region < cellsOf.length; region++) {
                job.check();
                long[] counts = new long[numbers.places()];
                for (int cell : cellsOf[region]) {
                    takers.forEach(
                            taker -> taker.histograms(column).orElseThrow().addTo(filled.numbers()[cell], counts));
                }
                values.add(values(counts, places.get(firstRegion[family] + region), numbers));
            }
        }
        return values;
    }

    private static int[][] cellsOf(Family family) {
        int[] sizes = new int[family.size()];
        Arrays.stream(family.groupOf()).forEach(group -> sizes[group]++);
        int[][] cells = new int[family.size()][];
        Arrays.setAll(cells, group -> new int[sizes[group]]);
        for (int cell = 0; cell < family.groupOf().length; cell++) {
            int group = family.groupOf()[cell];
            cells[group][--sizes[group]] = cell;
        }
        return cells;
    }

    /** @param places rising */
    private static Map<Long, Double> values(long[] counts, long[] places, Measured numbers) {
        Map<Long, Double> values = new HashMap<>();
        long below = 0;
        int number = 0;
        for (long place : places) {
            while (below + counts[number] <= place) {
                below += counts[number++];
            }
            values.put(place, numbers.numberAt(number));
        }
        return values;
    }

    private List<Map<Long, Double>> searched(int column, List<long[]> places, List<Totals> totals) {
        int regions = places.size();
        double[] least = new double[regions];
        double[] most = new double[regions];
        for (int family = 0; family < firstRegion.length; family++) {
            for (int region = 0; region < totals.get(family).size(); region++) {
                least[firstRegion[family] + region] = totals.get(family).least(region);
                most[firstRegion[family] + region] = totals.get(family).most(region);
            }
        }
        QuantileSearch search = new QuantileSearch(places.toArray(long[][]::new), least, most, memory);
        while (!search.isOver()) {
            search.narrow(new Parallel(job, 1, 1)
                            .each(
                                    plan.rows().table().chunks(),
                                    takers.size(),
                                    () -> new QuantileWorker(
                                            plan,
                                            plan.measured().get(column).numbers(),
                                            filled,
                                            firstRegion,
                                            search.counter()))
                            .stream()
                            .map(QuantileWorker::counter)
                            .toList());
        }
        List<Map<Long, Double>> values = new ArrayList<>();
        for (int region = 0; region < regions; region++) {
            Map<Long, Double> ofRegion = new HashMap<>();
            for (int i = 0; i < places.get(region).length; i++) {
                ofRegion.put(places.get(region)[i], search.found(region, i));
            }
            values.add(ofRegion);
        }
        return values;
    }

    /** @param values how many the region has, one at the least */
    double of(int column, double share, int family, int region, long values) {
        Map<Long, Double> sorted = found.get(column).get(firstRegion[family] + region);
        return new Quantiles(share).of(values, sorted::get);
    }
}
