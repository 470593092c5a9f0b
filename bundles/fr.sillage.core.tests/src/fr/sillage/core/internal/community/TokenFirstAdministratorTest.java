package fr.sillage.core.internal.community;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.Account;
import fr.sillage.core.community.UserId;
import fr.sillage.core.fakes.MemoryPlatformStore;
import fr.sillage.core.fakes.MemorySilos;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenFirstAdministratorTest {
    private final MemoryPlatformStore platform = new MemoryPlatformStore();
    private final TokenFirstAdministrator first = make();

    @Test
    void theTokenMakesOneAdministrator() {
        String token = first.token().orElseThrow();

        Account made = first.create(token, "Root", "Root", "twelve chars".toCharArray());

        assertTrue(made.administrator());
        assertEquals("root", made.login());
        assertEquals(Optional.empty(), first.token());
        assertThrows(
                AccessDeniedException.class,
                () -> first.create(token, "second", "Second", "twelve chars".toCharArray()));
        assertEquals(List.of(made), platform.accounts());
    }

    @Test
    void aWrongTokenOrAShortPasswordMakesNobody() {
        String token = first.token().orElseThrow();

        assertThrows(
                AccessDeniedException.class,
                () -> first.create(token.substring(1), "root", "Root", "twelve chars".toCharArray()));
        assertThrows(AccessDeniedException.class, () -> first.create("", "root", "Root", "twelve chars".toCharArray()));
        assertThrows(IllegalArgumentException.class, () -> first.create(token, "root", "Root", "short".toCharArray()));
        assertEquals(List.of(), platform.accounts());
        assertEquals(Optional.of(token), first.token(), "it can be tried again");
    }

    @Test
    void whereThereIsAnAccountThereIsNoToken() {
        String token = first.token().orElseThrow();
        platform.addAccount(new Account(UserId.random(), "root", "Root", true), "hash");

        assertEquals(Optional.empty(), first.token());
        assertThrows(
                AccessDeniedException.class, () -> first.create(token, "two", "Two", "twelve chars".toCharArray()));
    }

    @Test
    void eachStartHasATokenOfItsOwn() {
        assertEquals(32, first.token().orElseThrow().length());
        assertNotEquals(first.token(), make().token());
    }

    private TokenFirstAdministrator make() {
        return new TokenFirstAdministrator(platform, new MemorySilos(), PlatformCommunitiesTest.HASHER);
    }
}
