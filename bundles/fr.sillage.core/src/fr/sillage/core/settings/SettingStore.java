package fr.sillage.core.settings;

import java.util.OptionalLong;

/** Keeps settings; implemented over the platform database. */
public interface SettingStore {
    OptionalLong get(String name);

    void put(String name, long value);
}
