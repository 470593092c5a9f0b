package fr.sillage.store.platform.internal;

import fr.sillage.core.settings.SettingStore;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;

/** Settings in the platform database. */
@Component
@Provides
@Instantiate
public class DerbySettingStore implements SettingStore {
    private final PlatformDatabase database;

    public DerbySettingStore(@Requires PlatformDatabase database) {
        this.database = database;
    }

    @Override
    public OptionalLong get(String name) {
        return database.ask(m -> Optional.ofNullable(m.find(SettingEntity.class, name))
                .map(setting -> OptionalLong.of(setting.value()))
                .orElse(OptionalLong.empty()));
    }

    @Override
    public void put(String name, long value) {
        database.change(m -> m.merge(new SettingEntity(name, value)));
    }
}
