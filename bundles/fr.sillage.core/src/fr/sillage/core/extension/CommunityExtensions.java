package fr.sillage.core.extension;

import fr.sillage.core.community.CommunityContext;
import java.util.List;
import java.util.Objects;

/**
 * Which extensions a community uses. Those of the product are enabled until somebody decides otherwise, all others
 * are not.
 */
public interface CommunityExtensions {
    /** What is contributed by the extensions that the community has enabled, whenever it is asked. */
    Extensions in(CommunityContext context);

    /** Every extension that is installed. */
    List<Choice> choices(CommunityContext context);

    /** @throws fr.sillage.core.community.AccessDeniedException where the member may not enable extensions */
    void enable(CommunityContext context, String bundle, boolean enabled);

    /**
     * Tells of each change, from any thread: extensions that come and go, and those that some community enables or not.
     *
     * @return ends the watching
     */
    Runnable watch(Runnable changed);

    /** An extension and whether the community uses it. */
    record Choice(InstalledExtension extension, boolean enabled) {
        public Choice {
            Objects.requireNonNull(extension);
        }
    }
}
