package fr.sillage.core.persons;

import fr.sillage.api.JobControl;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.silo.Erasure;
import java.util.List;

/** What persons may ask for, each in one community. Who does it needs the right to answer requests of persons. */
public interface PersonRequests {
    /**
     * Erases all rows of a person in the community; see {@link fr.sillage.core.silo.Silo#erase}. What names the person is
     * neither kept nor logged.
     *
     * @param person what names the person in files, under whatever scheme of the community's imports, or a person key
     * @throws IllegalArgumentException where it is blank
     * @throws fr.sillage.core.community.AccessDeniedException where the member may not
     */
    Erasure erase(CommunityContext context, String person, JobControl job);

    /** What was erased, the latest first. */
    List<Erasure> erasures(CommunityContext context);
}
