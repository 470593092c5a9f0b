package fr.sillage.ui.internal.shell;

import fr.sillage.core.community.CommunityId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a browser tab is: the part after # of the page's address, so that the browser's back button, a reload and a
 * bookmark lead there. Names nobody and opens nothing by itself: who comes by it must still be a member.
 *
 * @param community empty for a platform administrator
 * @param page id of a page
 * @param argument of the page; may be empty
 */
record Address(Optional<CommunityId> community, String page, String argument) {
    private static final String NOWHERE = "-";

    Address {
        Objects.requireNonNull(community);
        Objects.requireNonNull(page);
        Objects.requireNonNull(argument);
    }

    /** Empty where the text is no address. */
    static Optional<Address> of(String state) {
        String[] parts = state.split("/", 3);
        if (parts.length < 2 || parts[1].isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<CommunityId> community = parts[0].equals(NOWHERE)
                    ? Optional.empty()
                    : Optional.of(new CommunityId(UUID.fromString(parts[0])));
            return Optional.of(new Address(community, parts[1], parts.length > 2 ? parts[2] : ""));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String state() {
        return community.map(id -> id.value().toString()).orElse(NOWHERE) + "/" + page
                + (argument.isEmpty() ? "" : "/" + argument);
    }
}
