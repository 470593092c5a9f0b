package fr.sillage.api;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Parameter or setting values by name, as texts; what a contribution declares in plugin.xml gives names, types,
 * defaults and choices.
 */
public record Values(Map<String, String> byName) {
    public static final Values NONE = new Values(Map.of());

    public Values {
        byName = Map.copyOf(byName);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** @throws IllegalArgumentException where the value is missing */
    public String require(String name) {
        return get(name).orElseThrow(() -> new IllegalArgumentException("missing value: " + name));
    }

    public Values with(String name, String value) {
        Map<String, String> copy = new TreeMap<>(byName);
        copy.put(name, value);
        return new Values(copy);
    }
}
