package fr.sillage.core.internal.settings;

import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.Account;
import fr.sillage.core.community.PlatformStore;
import fr.sillage.core.community.UserId;
import fr.sillage.core.settings.PlatformSettings;
import fr.sillage.core.settings.Setting;
import fr.sillage.core.settings.SettingStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings over their store, read once. */
@Component
@Provides
@Instantiate
public class StoredSettings implements PlatformSettings {
    private static final Logger LOG = LoggerFactory.getLogger(StoredSettings.class);

    private final SettingStore store;
    private final PlatformStore platform;
    private final Map<Setting, Long> known = new ConcurrentHashMap<>();

    public StoredSettings(@Requires SettingStore store, @Requires PlatformStore platform) {
        this.store = store;
        this.platform = platform;
    }

    @Override
    public long get(Setting setting) {
        return known.computeIfAbsent(
                setting, s -> Math.clamp(store.get(s.name()).orElse(s.initial()), s.least(), s.greatest()));
    }

    @Override
    public void set(UserId administrator, Setting setting, long value) {
        if (!platform.account(administrator).map(Account::administrator).orElse(false)) {
            throw new AccessDeniedException("not a platform administrator");
        }
        if (value < setting.least() || value > setting.greatest()) {
            throw new IllegalArgumentException(setting + " from " + setting.least() + " to " + setting.greatest());
        }
        store.put(setting.name(), value);
        known.put(setting, value);
        LOG.info("setting {} is {}", setting, value);
    }
}
