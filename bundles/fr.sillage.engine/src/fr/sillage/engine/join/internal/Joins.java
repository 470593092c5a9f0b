package fr.sillage.engine.join.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Link;
import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.filter.internal.Filters;
import fr.sillage.engine.filter.internal.SlotFilters;
import fr.sillage.engine.key.internal.Categories;
import fr.sillage.engine.key.internal.ColumnCodes;
import fr.sillage.engine.key.internal.Keys;
import fr.sillage.engine.table.internal.SlotTable;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Makes of the keys, links and filter of a query how the rows of its slots come into cells. */
public final class Joins {
    private final Function<String, SlotTable> tables;
    private final List<Key> by;
    private final List<Link> links;
    private final SlotFilters filters;
    private final Categories[] categories;
    private final JobControl job;

    /** @param tables by slot; throws where there is none */
    public Joins(
            Function<String, SlotTable> tables, List<Key> by, List<Link> links, SlotFilters filters, JobControl job) {
        this.tables = tables;
        this.by = by;
        this.links = links;
        this.filters = filters;
        this.categories = new Categories[by.size()];
        this.job = job;
    }

    /** The rows of a slot with those of all slots that are linked with it. */
    public SlotRows rows(String slot) {
        return rows(slot, Optional.empty());
    }

    /** @param from the link that leads here */
    private SlotRows rows(String slot, Optional<Link> from) {
        SlotTable here = tables.apply(slot);
        List<ColumnCodes> plain = new ArrayList<>();
        List<Integer> plainAt = new ArrayList<>();
        List<Explosion> explosions = new ArrayList<>();
        for (int at = 0; at < by.size(); at++) {
            Key key = by.get(at);
            if (!key.slot().equals(slot)) {
                continue;
            }
            int column = here.column(key.field());
            if (key instanceof Key.Choices choices) {
                ChoiceCodes codes = new ChoiceCodes(here.chunks(), column, choices.separator());
                categories[at] = codes;
                plain.add(codes.whole());
            } else {
                ColumnCodes codes = Keys.codes(key, here.chunks(), column);
                codes.prepare(job);
                categories[at] = codes;
                plain.add(codes);
            }
            plainAt.add(at);
        }
        links.stream()
                .filter(link -> !from.equals(Optional.of(link)))
                .forEach(link -> end(link, slot).ifPresent(there -> explosions.add(explosion(link, here, there))));
        return new SlotRows(
                here.chunks(),
                new Filters(here).rows(filters.of(slot)),
                plainAt.stream().mapToInt(Integer::intValue).toArray(),
                plain,
                explosions);
    }

    /** The column at the other end of a link, if one end is in the slot. */
    private static Optional<FieldRef> end(Link link, String slot) {
        if (link.one().slot().equals(slot)) {
            return Optional.of(link.other());
        }
        return link.other().slot().equals(slot) ? Optional.of(link.one()) : Optional.empty();
    }

    private Explosion explosion(Link link, SlotTable here, FieldRef there) {
        FieldRef near = there.equals(link.one()) ? link.other() : link.one();
        SlotTable linked = tables.apply(there.slot());
        SlotRows rows = rows(there.slot(), Optional.of(link));
        LinkCodes codes = LinkCodes.of(here.chunks(), here.column(near), linked.chunks(), linked.column(there), job);
        int[] keys = keys(rows);
        return new Explosion(keys, codes::fillFrom, entries(rows, codes, keys));
    }

    private static int[] keys(SlotRows rows) {
        return IntStream.concat(
                        Arrays.stream(rows.plainAt()),
                        rows.explosions().stream().flatMapToInt(explosion -> Arrays.stream(explosion.keys())))
                .toArray();
    }

    private Explosion.Entries entries(SlotRows rows, LinkCodes link, int[] keys) {
        Explosion.Entries entries = new Explosion.Entries(keys.length);
        TableChunks table = rows.table();
        Combinations combinations = new Combinations(rows, by.size());
        int[] codes = new int[table.mostRows()];
        int[] tuple = new int[keys.length];
        for (int chunk = 0; chunk < table.chunks(); chunk++) {
            job.check();
            long[] taken = rows.taken().of(chunk);
            combinations.load(chunk);
            link.fillTo(chunk, codes);
            for (int row = 0; row < table.rows(chunk); row++) {
                int code = codes[row];
                if (code != 0 && Bits.get(taken, row)) {
                    combinations.each(row, all -> {
                        for (int i = 0; i < keys.length; i++) {
                            tuple[i] = all[keys[i]];
                        }
                        entries.add(code, tuple);
                    });
                }
            }
        }
        return entries;
    }

    /** By the keys' positions; complete once the rows are made. */
    public List<Categories> categories() {
        return List.of(categories);
    }
}
