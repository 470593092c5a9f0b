package fr.sillage.core.settings;

import fr.sillage.core.community.UserId;

/** What the platform administrator sets; a change takes effect at once. */
public interface PlatformSettings {
    long get(Setting setting);

    /**
     * @throws fr.sillage.core.community.AccessDeniedException for everybody but a platform administrator
     * @throws IllegalArgumentException where the value is outside the setting's bounds
     */
    void set(UserId administrator, Setting setting, long value);
}
