package fr.sillage.store.platform.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import fr.sillage.core.community.Account;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.Membership;
import fr.sillage.core.community.Profile;
import fr.sillage.core.community.UserId;
import fr.sillage.store.database.internal.OldDatabase;
import fr.sillage.store.internal.TestHome;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Platform databases that the program of each earlier format wrote. Whoever changes the format keeps one of the format
 * before, as {@code platform-format-NUMBER.sql}.
 */
class OldPlatformsTest {
    private static final Account ADA = new Account(new UserId(id(1)), "ada", "Ada « É »", true);
    private static final Community COMMUNITY = new Community(new CommunityId(id(2)), "Académie d’essai", 7);

    @TempDir
    Path folder;

    private static UUID id(int number) {
        return new UUID(0x1000_4000L + number, 0x8000_0000_0000_0000L + number);
    }

    private static InputStream kept(int format) {
        return OldPlatformsTest.class.getResourceAsStream("platform-format-" + format + ".sql");
    }

    @Test
    void eachEarlierFormatIsKept() {
        for (int format = 1; format < DerbyPlatformDatabase.SCHEMA.latest(); format++) {
            assertNotNull(kept(format), "platform-format-" + format + ".sql");
        }
    }

    @TestFactory
    List<DynamicTest> aPlatformOfEachFormatIsReadAndWorkedWith() {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(format -> DynamicTest.dynamicTest("format " + format, () -> read(format)))
                .toList();
    }

    private void read(int format) throws Exception {
        TestHome home = TestHome.in(Files.createDirectories(folder.resolve("format" + format)));
        try (InputStream statements = kept(format)) {
            OldDatabase.make(home.platform(), DerbyPlatformDatabase.NAME, home.secret(), statements);
        }
        DerbyPlatformDatabase database = new DerbyPlatformDatabase(home);
        try {
            DerbyPlatformStore store = new DerbyPlatformStore(database);
            assertEquals(List.of(ADA), store.accounts());
            assertEquals(Optional.of("argon2id$hash"), store.passwordHash(ADA.id()));
            assertEquals(List.of(COMMUNITY), store.communities());
            assertEquals(List.of(new Membership(ADA.id(), COMMUNITY.id(), Profile.MANAGER)), store.memberships());
            DerbySettingStore settings = new DerbySettingStore(database);
            assertEquals(format >= 2 ? OptionalLong.of(3) : OptionalLong.empty(), settings.get("jobs"));
            settings.put("other", 1);
            DerbyExtensionChoices choices = new DerbyExtensionChoices(database);
            assertEquals(format >= 3 ? Map.of("org.exemple.parcours", true) : Map.of(), choices.of(COMMUNITY.id()));
            choices.put(COMMUNITY.id(), "org.exemple.autre", false);
            assertEquals(List.of(), new DerbyJobStore(database).all());
        } finally {
            database.close();
        }
        assertEquals(
                List.of(),
                PlatformCheck.of(home.platform(), home.secret()).checked().problems());
    }
}
