package fr.sillage.store.platform.internal;

import fr.sillage.core.community.CommunityId;
import fr.sillage.core.extension.ExtensionChoices;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;

/** Choices of extensions in the platform database. */
@Component
@Provides
@Instantiate
public class DerbyExtensionChoices implements ExtensionChoices {
    private final PlatformDatabase database;

    public DerbyExtensionChoices(@Requires PlatformDatabase database) {
        this.database = database;
    }

    @Override
    public Map<String, Boolean> of(CommunityId community) {
        return database.ask(m -> m.createQuery(
                        "SELECT c FROM ExtensionChoice c WHERE c.community = :community", ExtensionChoiceEntity.class)
                .setParameter("community", community.value())
                .getResultStream()
                .collect(Collectors.toUnmodifiableMap(
                        ExtensionChoiceEntity::extension, ExtensionChoiceEntity::enabled)));
    }

    @Override
    public void put(CommunityId community, String bundle, boolean enabled) {
        database.change(m -> m.merge(new ExtensionChoiceEntity(community, bundle, enabled)));
    }
}
