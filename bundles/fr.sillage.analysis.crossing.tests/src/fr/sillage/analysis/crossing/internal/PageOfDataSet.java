package fr.sillage.analysis.crossing.internal;

import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Region;
import fr.sillage.core.gate.rounding.RoundedCount;
import java.util.function.Predicate;

/** What a reader knows from the page of a data set: its rows, and, rounded, their distribution over two columns. */
final class PageOfDataSet {
    private final Cells all;
    private final long step;

    /** @param all the crossing of all rows */
    PageOfDataSet(Cells all, int threshold) {
        this.all = all;
        this.step = RoundedCount.step(
                all.cell(all.total()).rows(), all.cell(all.total()).persons(), threshold);
    }

    /**
     * Says what a margin's rows lie between.
     *
     * @param member cells of the margin
     */
    void tell(Completions completions, Region margin, Predicate<int[]> member) {
        RoundedCount told = RoundedCount.of(all.cell(margin).rows(), step);
        completions.between(member, told.least(), told.most());
    }
}
