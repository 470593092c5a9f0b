package fr.sillage.core.fakes;

import fr.sillage.core.settings.SettingStore;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Settings in memory. */
public final class MemorySettingStore implements SettingStore {
    private final Map<String, Long> values = new HashMap<>();

    @Override
    public OptionalLong get(String name) {
        return values.containsKey(name) ? OptionalLong.of(values.get(name)) : OptionalLong.empty();
    }

    @Override
    public void put(String name, long value) {
        values.put(name, value);
    }
}
