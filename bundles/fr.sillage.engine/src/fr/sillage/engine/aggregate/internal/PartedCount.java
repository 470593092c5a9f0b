package fr.sillage.engine.aggregate.internal;

import fr.sillage.api.JobControl;
import fr.sillage.engine.cell.internal.Family;
import fr.sillage.engine.measure.internal.Contributions;
import fr.sillage.engine.scan.internal.Parallel;
import fr.sillage.engine.scan.internal.PersonParts;
import fr.sillage.engine.scan.internal.PersonPasses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts the rows of each cell as they are stored, and then, part by part of all persons, who is in which cell and
 * margin: in several scans where the pairs of a person and a cell do not fit into memory. Used once.
 */
final class PartedCount {
    /** Share of the progress that one scan over the chunks makes; the rest is counting persons. */
    private static final double SCAN = 0.6;

    private final ScanPlan plan;
    private final PersonPasses passes;
    private final JobControl job;

    /** @param memory bytes that may be used for who is in which cell */
    PartedCount(ScanPlan plan, long memory, JobControl job) {
        this.plan = plan;
        this.job = job;
        this.passes = PersonPasses.of(plan.rows().table().table().rows(), (long)
                (memory / (1 + plan.measured().size()) / ChosenRegions.average(plan.choices())));
    }

    Counted count() {
        plan.subject().ifPresent(persons -> persons.prepare(job));
        List<ScanWorker> first = scan(0);
        FilledCells filled = FilledCells.of(
                plan.numbers(),
                !plan.overlap(),
                first.stream().map(ScanWorker::rows).toList(),
                first.stream().map(ScanWorker::alone).toList());
        List<long[]> rows = new ArrayList<>();
        List<long[]> persons = new ArrayList<>();
        for (Family family : filled.families()) {
            rows.add(family.sums(filled.rows()));
            persons.add(family.sums(filled.alone()));
        }
        List<List<Contributions>> contributions = plan.measured().stream()
                .<List<Contributions>>map(m -> new ArrayList<>())
                .toList();
        for (int pass = 0; plan.subject().isPresent() && pass < passes.passes(); pass++) {
            List<ScanWorker> collected = pass == 0 ? first : scan(pass);
            for (PersonCounter counter :
                    persons(pass, collected.stream().map(ScanWorker::persons).toList(), filled)) {
                for (int family = 0; family < persons.size(); family++) {
                    long[] sum = persons.get(family);
                    long[] more = counter.persons(family);
                    Arrays.setAll(sum, region -> sum[region] + more[region]);
                }
                for (int column = 0; column < contributions.size(); column++) {
                    contributions.get(column).add(counter.contributions(column));
                }
            }
        }
        return new Counted(
                filled,
                rows,
                plan.subject().isPresent() ? persons : rows,
                first.stream().map(ScanWorker::measures).toList(),
                contributions,
                LeftOut.together(first.stream().map(ScanWorker::missing).toList()),
                LeftOut.together(first.stream().map(ScanWorker::excluded).toList()));
    }

    private List<ScanWorker> scan(int pass) {
        int most = plan.numbers().isDense() ? Integer.MAX_VALUE : 1;
        return new Parallel(job, progress(pass, 0), progress(pass, SCAN))
                .each(
                        plan.rows().table().chunks(),
                        most,
                        () -> new ScanWorker(plan, pass == 0, plan.subject().map(s -> parts(pass))));
    }

    private PersonParts parts(int pass) {
        return new PersonParts(
                passes.bits(),
                pass * passes.partsOfPass(),
                passes.partsOfPass(),
                plan.measured().size());
    }

    private List<PersonCounter> persons(int pass, List<PersonParts> collected, FilledCells filled) {
        return new Parallel(job, progress(pass, SCAN), progress(pass, 1))
                .each(
                        passes.partsOfPass(),
                        Integer.MAX_VALUE,
                        () -> new PersonCounter(
                                passes.bits(),
                                pass * passes.partsOfPass(),
                                collected,
                                filled,
                                plan.measured().size()));
    }

    private double progress(int pass, double share) {
        return (pass + share) / passes.passes();
    }
}
