package fr.sillage.core.gate.network.internal;

import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import fr.sillage.core.gate.known.Surroundings;
import java.util.ArrayList;
import java.util.List;

/** What is hidden of a table, in each of the networks in which it must have room. */
public final class HiddenNetworks {
    private final Surroundings surroundings;
    private final Network own;

    /** By rows and by persons where both differ: so the other way to count, asked for later, hides the same. */
    private final List<Network> all = new ArrayList<>();

    /** Regions that were hidden before as well: they can change together with what was seen. */
    private final Network common;

    public HiddenNetworks(Cells cells, Surroundings surroundings) {
        this.surroundings = surroundings;
        this.own = new Network(cells, cells.unit(), surroundings);
        this.common = new Network(cells, cells.unit(), Surroundings.NONE);
        all.add(own);
        if (cells.repeated() > 0) {
            all.add(new Network(cells, cells.unit() == Unit.ROW ? Unit.SUBJECT : Unit.ROW, Surroundings.NONE));
        }
    }

    public void hide(Region region) {
        all.forEach(each -> each.hide(region));
        if (surroundings != Surroundings.NONE && surroundings.hiddenBefore(region)) {
            common.hide(region);
        }
    }

    /** Of what the analysis counts. */
    public Network own() {
        return own;
    }

    public List<Network> all() {
        return all;
    }

    /** Of what was hidden before, too. */
    public Network common() {
        return common;
    }
}
