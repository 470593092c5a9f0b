package fr.sillage.core.gate.page.internal;

import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import fr.sillage.core.gate.known.Surroundings;
import fr.sillage.core.gate.known.SurroundingsWithMore;
import fr.sillage.core.gate.rounding.RoundedCount;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A table of all rows, whose margins have to lie where the page of the data set tells them to be. */
public final class BesidePage extends SurroundingsWithMore {
    private final Cells evidence;
    private final Map<Region, RoundedCount> told = new HashMap<>();
    private final Set<Region> opened = new HashSet<>();

    public BesidePage(Surroundings less, Cells evidence, DataSetPage page) {
        super(less);
        this.evidence = evidence;
        for (int key = 0; key < evidence.keys().size(); key++) {
            Map<String, RoundedCount> counts = page.told(evidence.keys().get(key));
            Set<String> few = page.openedBy(evidence.keys().get(key));
            for (int code = 0; code < evidence.labels(key).size(); code++) {
                String label = evidence.labels(key).get(code);
                Region margin = evidence.total().with(key, code);
                told.put(margin, counts.get(label));
                if (few.contains(label)) {
                    opened.add(margin);
                }
            }
        }
    }

    @Override
    public boolean mustHide(Region region) {
        return opened.contains(region) || super.mustHide(region);
    }

    /** Rows that lack the other key are told of too, but not counted. */
    @Override
    public long least(Region region) {
        RoundedCount count = told.get(region);
        boolean rows = evidence.unit() == Unit.ROW || evidence.repeated() == 0;
        long least = count == null || !rows
                ? 0
                : Math.min(
                        evidence.units(region),
                        count.least() - evidence.missing().rows());
        return Math.max(least, super.least(region));
    }

    @Override
    public long most(Region region) {
        RoundedCount count = told.get(region);
        long most = count == null ? super.most(region) : Math.max(evidence.units(region), count.most());
        return Math.min(most, super.most(region));
    }
}
