package fr.sillage.store.platform.internal;

import java.util.Objects;
import java.util.UUID;

/** Who chose and what: the key of a choice. Not a record, since persistence fills it by its fields. */
class ExtensionChoiceKey {
    private UUID community;
    private String extension;

    protected ExtensionChoiceKey() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof ExtensionChoiceKey key
                && Objects.equals(community, key.community)
                && Objects.equals(extension, key.extension);
    }

    @Override
    public int hashCode() {
        return Objects.hash(community, extension);
    }
}
