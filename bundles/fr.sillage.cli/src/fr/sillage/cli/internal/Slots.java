package fr.sillage.cli.internal;

import fr.sillage.core.extension.SlotDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which file fills which slot. */
final class Slots {
    private Slots() {}

    /**
     * @param data {@code SLOT=FILE}, or {@code FILE} for the first slot that no other one fills
     * @return the file for each slot, in the analysis's order
     * @throws WrongCallException where a slot is filled twice or not at all
     */
    static Map<String, String> assign(List<String> data, List<SlotDescriptor> slots) throws WrongCallException {
        List<String> names = slots.stream().map(SlotDescriptor::name).toList();
        Map<String, String> named = new LinkedHashMap<>();
        List<String> unnamed = new java.util.ArrayList<>();
        for (String text : data) {
            int sign = text.indexOf('=');
            // a file's name may hold the sign: only what is a slot names one
            if (sign > 0 && names.contains(text.substring(0, sign))) {
                if (named.put(text.substring(0, sign), text.substring(sign + 1)) != null) {
                    throw new WrongCallException("slot.twice", text.substring(0, sign));
                }
            } else {
                unnamed.add(text);
            }
        }
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : names) {
            if (named.containsKey(name)) {
                files.put(name, named.get(name));
            } else if (!unnamed.isEmpty()) {
                files.put(name, unnamed.removeFirst());
            } else {
                throw new WrongCallException("slot.empty", name);
            }
        }
        if (!unnamed.isEmpty()) {
            throw new WrongCallException("slot.surplus", unnamed.getFirst());
        }
        return files;
    }
}
