package fr.sillage.engine.filter.internal;

import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A filter over several slots, parted into one for each. */
public record SlotFilters(Map<String, List<Filter>> bySlot) {
    /**
     * @param first slot of what looks at no column
     * @throws IllegalArgumentException where a part that is no {@link Filter.And} looks at several slots
     */
    public static SlotFilters of(Filter filter, String first) {
        SlotFilters parts = new SlotFilters(new HashMap<>());
        parts.add(filter, first);
        return parts;
    }

    private void add(Filter filter, String first) {
        Set<String> slots = filter.fields().map(FieldRef::slot).collect(Collectors.toSet());
        if (slots.size() > 1 && filter instanceof Filter.And and) {
            and.of().forEach(part -> add(part, first));
        } else if (slots.size() > 1) {
            throw new IllegalArgumentException("one condition on columns of different slots");
        } else {
            String slot = slots.isEmpty() ? first : slots.iterator().next();
            bySlot.computeIfAbsent(slot, s -> new ArrayList<>()).add(filter);
        }
    }

    public Filter of(String slot) {
        List<Filter> parts = bySlot.getOrDefault(slot, List.of());
        return parts.size() == 1 ? parts.getFirst() : new Filter.And(parts);
    }
}
