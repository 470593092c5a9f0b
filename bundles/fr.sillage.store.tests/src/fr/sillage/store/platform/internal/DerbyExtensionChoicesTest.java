package fr.sillage.store.platform.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityId;
import fr.sillage.store.internal.TestHome;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerbyExtensionChoicesTest {
    private static final Community LYON = new Community(CommunityId.random(), "Lyon", 7);
    private static final Community PARIS = new Community(CommunityId.random(), "Paris", 5);

    @TempDir
    Path folder;

    @Test
    void keepsWhatCommunitiesChoseOverARestart() {
        TestHome home = TestHome.in(folder);
        try (DerbyPlatformDatabase database = new DerbyPlatformDatabase(home)) {
            DerbyPlatformStore communities = new DerbyPlatformStore(database);
            communities.addCommunity(LYON);
            communities.addCommunity(PARIS);
            DerbyExtensionChoices choices = new DerbyExtensionChoices(database);
            choices.put(LYON.id(), "org.example.one", true);
            choices.put(LYON.id(), "org.example.two", true);
            choices.put(LYON.id(), "org.example.two", false);
            choices.put(PARIS.id(), "org.example.one", false);
        }
        try (DerbyPlatformDatabase database = new DerbyPlatformDatabase(home)) {
            DerbyExtensionChoices choices = new DerbyExtensionChoices(database);
            assertEquals(Map.of("org.example.one", true, "org.example.two", false), choices.of(LYON.id()));
            assertEquals(Map.of("org.example.one", false), choices.of(PARIS.id()));
            assertEquals(Map.of(), choices.of(CommunityId.random()));
        }
    }
}
