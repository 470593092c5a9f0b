package fr.sillage.core.internal.extension;

import fr.sillage.core.extension.Contribution;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.extension.InstalledExtension;
import fr.sillage.core.internal.guard.ExtensionGuard;
import java.util.List;

/** What the core's own services know of extensions beyond what everybody may ask. */
public interface ContributionRegistry extends Extensions {
    /** Bundles that contribute, and those of the extensions folder. */
    List<InstalledExtension> installed();

    /** Whether a contribution came with the product, not by the extensions folder. */
    boolean isOfTheProduct(Contribution contribution);

    ExtensionGuard guard();

    /** Tells of each change, from any thread. @return ends it */
    Runnable watch(Runnable changed);
}
