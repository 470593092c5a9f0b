package fr.sillage.core.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.Account;
import fr.sillage.core.community.UserId;
import fr.sillage.core.fakes.MemoryPlatformStore;
import fr.sillage.core.fakes.MemorySettingStore;
import fr.sillage.core.settings.Setting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredSettingsTest {
    private final Account administrator = new Account(UserId.random(), "admin", "Admin", true);
    private final Account member = new Account(UserId.random(), "membre", "Membre", false);
    private final MemorySettingStore store = new MemorySettingStore();
    private final MemoryPlatformStore platform = new MemoryPlatformStore();
    private final StoredSettings settings = new StoredSettings(store, platform);

    @BeforeEach
    void accounts() {
        platform.addAccount(administrator, "hash");
        platform.addAccount(member, "hash");
    }

    @Test
    void whatTheAdministratorSetsHoldsAtOnceAndAfterARestart() {
        assertEquals(Setting.JOBS_AT_ONCE.initial(), settings.get(Setting.JOBS_AT_ONCE));
        settings.set(administrator.id(), Setting.JOBS_AT_ONCE, 7);
        assertEquals(7, settings.get(Setting.JOBS_AT_ONCE));
        assertEquals(7, new StoredSettings(store, platform).get(Setting.JOBS_AT_ONCE));
    }

    @Test
    void nobodyElseAndNothingAbsurd() {
        assertThrows(AccessDeniedException.class, () -> settings.set(member.id(), Setting.JOBS_AT_ONCE, 7));
        assertThrows(IllegalArgumentException.class, () -> settings.set(administrator.id(), Setting.JOBS_AT_ONCE, 0));
        assertThrows(IllegalArgumentException.class, () -> settings.set(administrator.id(), Setting.JOBS_AT_ONCE, 65));
        assertEquals(Setting.JOBS_AT_ONCE.initial(), settings.get(Setting.JOBS_AT_ONCE));
    }

    @Test
    void whatWasStoredOutsideTheBoundsOfNowIsDrawnIntoThem() {
        store.put(Setting.JOBS_AT_ONCE.name(), 1_000);
        assertEquals(64, settings.get(Setting.JOBS_AT_ONCE));
    }
}
