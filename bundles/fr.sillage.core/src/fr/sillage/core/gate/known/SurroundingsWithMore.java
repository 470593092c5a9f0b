package fr.sillage.core.gate.known;

import fr.sillage.api.query.Region;
import java.util.Optional;
import java.util.Set;

/** Surroundings to which something is added. */
public class SurroundingsWithMore implements Surroundings {
    private final Surroundings less;

    public SurroundingsWithMore(Surroundings less) {
        this.less = less;
    }

    @Override
    public boolean refuses() {
        return less.refuses();
    }

    @Override
    public boolean byCategories() {
        return less.byCategories();
    }

    @Override
    public Optional<Set<Region>> alsoToHide(Set<Region> hidden) {
        return less.alsoToHide(hidden);
    }

    @Override
    public Set<Region> hiddenElsewhere() {
        return less.hiddenElsewhere();
    }

    @Override
    public Optional<SeenTable> again() {
        return less.again();
    }

    @Override
    public boolean mustHide(Region region) {
        return less.mustHide(region);
    }

    @Override
    public boolean follows() {
        return less.follows();
    }

    @Override
    public boolean known(Region region) {
        return less.known(region);
    }

    @Override
    public boolean hiddenBefore(Region region) {
        return less.hiddenBefore(region);
    }

    @Override
    public long least(Region region) {
        return less.least(region);
    }

    @Override
    public long most(Region region) {
        return less.most(region);
    }

    @Override
    public long downNeeded(Region region) {
        return less.downNeeded(region);
    }

    @Override
    public long upNeeded(Region region) {
        return less.upNeeded(region);
    }
}
