package fr.sillage.ui.internal.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.core.community.CommunityId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        Optional<CommunityId> community = Optional.of(CommunityId.random());
        for (Address address : new Address[] {
            new Address(community, "data", ""),
            new Address(community, "analysis", "crossing|1/2"),
            new Address(Optional.empty(), "accounts", "")
        }) {
            assertEquals(Optional.of(address), Address.of(address.state()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "data", "-", "-/", "x/data", "<script>/data", "-//x"})
    void otherTextsAreNoAddress(String state) {
        assertEquals(Optional.empty(), Address.of(state));
    }
}
