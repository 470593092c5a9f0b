package fr.sillage.core.gate.categories.internal;

import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import fr.sillage.core.gate.categories.internal.Member.Place;
import fr.sillage.core.gate.known.SeenTable;
import fr.sillage.core.gate.known.Surroundings;
import fr.sillage.core.gate.network.internal.Network;
import fr.sillage.core.gate.network.internal.Shift;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far regions can be from what they are while all that some tables show stays as it is. Who finds a move has proved
 * that it is possible; who finds none has proved nothing.
 *
 * <p>Looked for are moves of rows of one part from class to class, and moves that let rows of two parts change their
 * parts, here to and there fro. A table that counts the parts shows a move where the sum over one of its shown regions
 * changes.
 *
 * <p><b>Where rows repeat persons</b> what is moved is a person of a class with one of the person's rows there. The
 * persons of a category of several classes are then no sum. It keeps its persons as they are: what goes round within it
 * stays within it, no class has more persons than it has, so its persons can be found again in its classes. That its
 * own number can be another one, the classes staying as they are, is looked at for itself: anything from the persons of
 * the largest class to the sum of all.
 */
final class JointRoom {
    /** Of more parts than that no pairs are looked at. */
    private static final int MOST_PAIRED = 12;

    private final Axis rows;
    private final Axis columns;
    private final List<Member> members;
    private final Parts parts;
    private final Map<List<Integer>, List<TreeNetwork>> networks = new HashMap<>();
    private final Map<Integer, Shift> wide = new HashMap<>();
    private final Map<Integer, Network> wideNetworks = new HashMap<>();

    /** Units by classes and parts: rows, or where they repeat persons, persons. */
    record Parts(long[][][] units, boolean repeated) {
        int count() {
            return units.length;
        }

        long of(int row, int column, int part) {
            return units[part][row][column];
        }
    }

    JointRoom(Axis rows, Axis columns, List<Member> members, Parts parts) {
        this.rows = rows;
        this.columns = columns;
        this.members = members;
        this.parts = parts;
    }

    long units(Place place, BitSet in) {
        long sum = 0;
        for (int part = in.nextSetBit(0); part >= 0; part = in.nextSetBit(part + 1)) {
            for (int row : rows.members(place.row())) {
                for (int column : columns.members(place.column())) {
                    sum += parts.of(row, column, part);
                }
            }
        }
        return sum;
    }

    /** Whether a table's region has at least {@code threshold} possible values, one of them not under it. */
    boolean isEnough(Member member, Place place, int threshold) {
        return parts.repeated() && isWide(place)
                ? isEnoughWide(member, place, threshold)
                : isEnough(place, member.parts(), threshold);
    }

    /** The same of some of the parts. */
    boolean isEnough(Place place, BitSet in, int threshold) {
        long units = units(place, in);
        return isEnough(units, threshold, room(place, in, false, units), room(place, in, true, 2L * threshold));
    }

    private static boolean isEnough(long units, int threshold, long down, long up) {
        return units + up >= threshold && units + up - Math.max(1, units - down) + 1 >= threshold;
    }

    private long room(Place place, BitSet in, boolean more, long enough) {
        long sum = 0;
        for (int part = in.nextSetBit(0); part >= 0 && sum < enough; part = in.nextSetBit(part + 1)) {
            sum += over(List.of(part), place, more, enough - sum);
        }
        long most = sum;
        for (int part = in.nextSetBit(0); part >= 0 && paired(); part = in.nextSetBit(part + 1)) {
            for (int other = in.nextClearBit(0); other < parts.count(); other = in.nextClearBit(other + 1)) {
                if (most < enough) {
                    most = Math.max(most, over(List.of(part, other), place, more, enough));
                }
            }
        }
        return most;
    }

    /** What the last of the tables would have to hide for a region to be movable by some units; none where nothing helps. */
    Set<Place> opening(Place place, BitSet in, int threshold) {
        TreeNetwork.Opening best = TreeNetwork.Opening.NONE;
        for (int part = in.nextSetBit(0); part >= 0; part = in.nextSetBit(part + 1)) {
            best = cheaper(best, List.of(part), place, threshold);
        }
        for (int part = in.nextSetBit(0); part >= 0 && paired(); part = in.nextSetBit(part + 1)) {
            for (int other = in.nextClearBit(0); other < parts.count(); other = in.nextClearBit(other + 1)) {
                best = cheaper(best, List.of(part, other), place, threshold);
            }
        }
        return best.places();
    }

    private TreeNetwork.Opening cheaper(TreeNetwork.Opening than, List<Integer> moving, Place place, int threshold) {
        TreeNetwork.Opening best = than;
        for (TreeNetwork network : networks.computeIfAbsent(moving, this::networks)) {
            for (boolean more : new boolean[] {true, false}) {
                TreeNetwork.Opening opening = network.opening(place, more, threshold);
                best = opening.cost() < best.cost() ? opening : best;
            }
        }
        return best;
    }

    private boolean paired() {
        return !parts.repeated() && parts.count() <= MOST_PAIRED;
    }

    private long over(List<Integer> moving, Place place, boolean more, long enough) {
        long most = 0;
        for (TreeNetwork network : networks.computeIfAbsent(moving, this::networks)) {
            if (most < enough) {
                most = Math.max(most, network.room(place, more, enough));
            }
        }
        return most;
    }

    /** @param moving a part, or one whose rows become another's */
    private List<TreeNetwork> networks(List<Integer> moving) {
        List<TreeNetwork> both = new ArrayList<>();
        List<Member> showing = members.stream()
                .filter(member -> moving.stream().filter(member.parts()::get).count() == 1)
                .toList();
        long[][] most = most(moving, showing);
        for (boolean turned : new boolean[] {false, true}) {
            TreeNetwork network = new TreeNetwork(rows, columns, turned, new TreeNetwork.Counts() {
                @Override
                public long units(int row, int column) {
                    return parts.of(row, column, moving.getFirst());
                }

                @Override
                public long most(int row, int column) {
                    return most[row][column];
                }
            });
            for (Member member : showing) {
                for (int row : rows.nodesOf(member.table())) {
                    for (int column : columns.nodesOf(member.table())) {
                        Place place = new Place(row, column);
                        boolean wide = parts.repeated() && isWide(place);
                        if (member.shows(place) || wide) {
                            network.freeze(row, column, !wide && member.equals(members.getLast()));
                        }
                    }
                }
            }
            both.add(network);
        }
        return both;
    }

    private long[][] most(List<Integer> moving, List<Member> showing) {
        long[][] most = new long[rows.size()][columns.size()];
        for (int row = 0; row < most.length; row++) {
            for (int column = 0; column < most[row].length; column++) {
                most[row][column] = moving.size() == 2
                        ? parts.of(row, column, moving.get(0)) + parts.of(row, column, moving.get(1))
                        : Long.MAX_VALUE / 2;
            }
        }
        if (parts.repeated()) {
            for (Member member : showing) {
                for (var cell : member.cells().filled()) {
                    place(member, cell.region()).ifPresent(place -> {
                        for (int row : rows.members(place.row())) {
                            for (int column : columns.members(place.column())) {
                                most[row][column] = Math.min(most[row][column], cell.persons());
                            }
                        }
                    });
                }
            }
        }
        return most;
    }

    /** A cell of several classes, whose persons are no sum. */
    private boolean isWide(Place place) {
        return place.isCell() && (!rows.isClass(place.row()) || !columns.isClass(place.column()));
    }

    private Optional<Place> place(Member member, Region region) {
        return Member.place(rows, columns, member.table(), member.turned(), SeenTable.labels(member.cells(), region))
                .filter(this::isWide);
    }

    /** The numbers of persons of a table's wide cells, all else as it is. */
    private boolean isEnoughWide(Member member, Place wanted, int threshold) {
        Network network = wideNetworks.computeIfAbsent(member.table(), table -> wide(member));
        Shift shift =
                wide.computeIfAbsent(member.table(), table -> new Shift(network, (region, units) -> Long.MAX_VALUE));
        for (Region region : network.hiddenRegions()) {
            if (place(member, region).equals(Optional.of(wanted))) {
                long units = network.units(region);
                return isEnough(
                        units,
                        threshold,
                        shift.of(region, false, false).overHidden(units),
                        shift.of(region, true, false).overHidden(2L * threshold));
            }
        }
        return false;
    }

    private Network wide(Member member) {
        Network network = new Network(member.cells(), Unit.SUBJECT, new Surroundings() {
            @Override
            public long least(Region region) {
                return place(member, region)
                        .map(place -> limit(member, place, true))
                        .orElse(0L);
            }

            @Override
            public long most(Region region) {
                return place(member, region)
                        .map(place -> limit(member, place, false))
                        .orElse(Long.MAX_VALUE / 2);
            }
        });
        network.edges().stream()
                .map(Network.Edge::region)
                .filter(region -> place(member, region)
                        .filter(place -> !member.shows(place))
                        .isPresent())
                .toList()
                .forEach(network::hide);
        return network;
    }

    /** Fewest persons of a wide cell by those of its classes, or most; where parts share persons, more narrowly. */
    private long limit(Member member, Place place, boolean least) {
        long largest = 0;
        long sum = 0;
        for (int row : rows.members(place.row())) {
            for (int column : columns.members(place.column())) {
                long inOne = 0;
                long inAll = 0;
                for (int part = member.parts().nextSetBit(0);
                        part >= 0;
                        part = member.parts().nextSetBit(part + 1)) {
                    inOne = Math.max(inOne, parts.of(row, column, part));
                    inAll += parts.of(row, column, part);
                }
                largest = Math.max(largest, inAll);
                sum += inOne;
            }
        }
        return least ? largest : sum;
    }
}
