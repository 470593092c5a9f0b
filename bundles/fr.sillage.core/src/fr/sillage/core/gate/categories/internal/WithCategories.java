package fr.sillage.core.gate.categories.internal;

import fr.sillage.api.query.Region;
import fr.sillage.core.gate.categories.internal.Member.Place;
import fr.sillage.core.gate.known.Surroundings;
import fr.sillage.core.gate.known.SurroundingsWithMore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a reader knows who has seen the columns of a table with other categories as well. */
final class WithCategories extends SurroundingsWithMore {
    private final Together together;
    private final Map<Region, Place> places;
    private final Map<Place, Region> regions = new HashMap<>();

    /**
     * @param same what follows from tables with the same categories
     * @param places of the table's regions
     */
    WithCategories(Surroundings same, Together together, Map<Region, Place> places) {
        super(same);
        this.together = together;
        this.places = places;
        places.forEach((region, place) -> regions.put(place, region));
    }

    /** What cannot be compared is not shown. */
    static Surroundings incomparable(Surroundings same) {
        return new SurroundingsWithMore(same) {
            @Override
            public boolean refuses() {
                return true;
            }

            @Override
            public boolean byCategories() {
                return true;
            }
        };
    }

    @Override
    public boolean byCategories() {
        return !super.refuses();
    }

    @Override
    public boolean known(Region region) {
        return super.known(region) || together.isKnown(places.get(region));
    }

    @Override
    public Optional<Set<Region>> alsoToHide(Set<Region> hidden) {
        Optional<Set<Region>> more = super.alsoToHide(hidden);
        if (more.isEmpty() || !more.get().isEmpty()) {
            return more;
        }
        Set<Place> here = new HashSet<>();
        hidden.stream().filter(places::containsKey).map(places::get).forEach(here::add);
        return together.alsoToHide(here).map(this::regions);
    }

    /** Of places that occur in the table. */
    private Set<Region> regions(Set<Place> found) {
        Set<Region> all = new HashSet<>();
        found.stream().filter(regions::containsKey).map(regions::get).forEach(all::add);
        return all;
    }
}
