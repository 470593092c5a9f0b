package fr.sillage.core.gate.categories.internal;

import fr.sillage.api.JobControl;
import fr.sillage.core.gate.categories.internal.JointRoom.Parts;
import fr.sillage.core.gate.categories.internal.Member.Place;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A new table beside earlier ones of the same two columns, each with categories of its own and some of the rows: whether
 * all that they hide stays safe, and what more the new one would have to hide for that.
 */
final class Together {
    private final Axis rows;
    private final Axis columns;
    private final List<Member> earlier;
    private final Member own;
    private final Parts parts;
    private final int threshold;
    private final JobControl job;
    private final JointRoom before;

    /** A region, counted in some parts, that must not be told. */
    private record Secret(Place place, BitSet parts, Optional<Member> table) {}

    Together(Axis rows, Axis columns, List<Member> earlier, Member own, Parts parts, int threshold, JobControl job) {
        this.rows = rows;
        this.columns = columns;
        this.earlier = earlier;
        this.own = own;
        this.parts = parts;
        this.threshold = threshold;
        this.job = job;
        this.before = new JointRoom(rows, columns, earlier, parts);
    }

    /** Whether there is nothing at all that must not be told. */
    boolean isHarmless() {
        for (int part = 0; part < parts.count(); part++) {
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < columns.size(); column++) {
                    if (isSmall(parts.of(row, column, part))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private boolean isSmall(long units) {
        return units > 0 && units < threshold;
    }

    /**
     * What a table hides that hides some regions.
     *
     * @return regions of the new table that should be hidden as well, none where all is safe; empty where hiding more
     *     is of no use
     */
    Optional<Set<Place>> alsoToHide(Set<Place> hidden) {
        Member now = own.hiding(hidden);
        List<Member> all = new ArrayList<>(earlier);
        all.add(now);
        JointRoom after = new JointRoom(rows, columns, all, parts);
        Set<Place> more = new LinkedHashSet<>();
        for (Secret secret : secrets(all)) {
            job.check();
            if (!isSafe(after, secret) && isNewlyTold(secret, now)) {
                Set<Place> help = new LinkedHashSet<>();
                after.opening(secret.place(), secret.parts(), threshold).forEach(place -> help.addAll(touched(place)));
                help.removeAll(hidden);
                if (help.isEmpty()) {
                    help.addAll(touched(secret.place()));
                    help.removeAll(hidden);
                }
                if (help.isEmpty()) {
                    return Optional.empty();
                }
                more.addAll(help);
            }
        }
        return Optional.of(more);
    }

    /** What earlier tables tell already is no reason to refuse a new one, which would be their reader's only loss. */
    private boolean isNewlyTold(Secret secret, Member now) {
        if (secret.table().filter(now::equals).isPresent()) {
            return isSmall(before.units(secret.place(), secret.parts()))
                    || before.isEnough(secret.place(), secret.parts(), threshold);
        }
        return isSafe(before, secret);
    }

    private boolean isSafe(JointRoom room, Secret secret) {
        return secret.table()
                .map(table -> room.isEnough(table, secret.place(), threshold))
                .orElseGet(() -> room.isEnough(secret.place(), secret.parts(), threshold));
    }

    /** What is hidden, and what nobody asked for but could be told: few units of a class, or of a difference. */
    private Set<Secret> secrets(List<Member> all) {
        Set<Secret> secrets = new LinkedHashSet<>();
        Set<BitSet> groups = new LinkedHashSet<>();
        for (Member member : all) {
            member.hidden().forEach(place -> secrets.add(new Secret(place, member.parts(), Optional.of(member))));
            groups.add(member.parts());
        }
        Set<Place> places = new HashSet<>();
        for (int row = 0; row < rows.nodes(); row++) {
            for (int column = 0; column < columns.nodes(); column++) {
                places.add(new Place(row, column));
            }
        }
        for (BitSet group : groupsAndDifferences(groups)) {
            for (Place place : places) {
                job.check();
                boolean asked = all.stream()
                        .anyMatch(member ->
                                member.parts().equals(group) && member.hidden().contains(place));
                if (!asked && isSmall(before.units(place, group))) {
                    secrets.add(new Secret(place, group, Optional.empty()));
                }
            }
        }
        return secrets;
    }

    private static Set<BitSet> groupsAndDifferences(Set<BitSet> groups) {
        Set<BitSet> all = new LinkedHashSet<>(groups);
        for (BitSet one : groups) {
            for (BitSet other : groups) {
                BitSet difference = (BitSet) one.clone();
                difference.andNot(other);
                if (!difference.isEmpty()) {
                    all.add(difference);
                }
            }
        }
        return all;
    }

    /** Regions of the new table that have rows in common with another region of its kind. */
    private Set<Place> touched(Place place) {
        Set<Place> touched = new LinkedHashSet<>();
        for (int row : rows.touched(own.table(), place.row())) {
            for (int column : columns.touched(own.table(), place.column())) {
                if (row != Axis.ALL || column != Axis.ALL) {
                    touched.add(new Place(row, column));
                }
            }
        }
        return touched;
    }

    /** Whether a region of the new table follows from what one earlier table of the same rows shows. */
    boolean isKnown(Place place) {
        return earlier.stream()
                .filter(member -> member.parts().equals(own.parts()))
                .anyMatch(member -> follows(member, place));
    }

    private boolean follows(Member member, Place place) {
        Optional<List<Integer>> height = rows.pieces(member.table(), place.row());
        Optional<List<Integer>> width = columns.pieces(member.table(), place.column());
        return height.isPresent()
                && width.isPresent()
                && (!parts.repeated() || height.get().size() * width.get().size() == 1)
                && height.get().stream()
                        .allMatch(row -> width.get().stream().allMatch(column -> member.shows(new Place(row, column))));
    }
}
