package fr.sillage.core.silo;

import fr.sillage.api.JobControl;
import fr.sillage.core.community.CommunityId;

/** Gives back to the disk what files of silos hold no longer: rows of versions that are gone. */
public interface SiloCompaction {
    /** @throws SiloException where the silo cannot be opened */
    SiloSpace space(CommunityId community);

    /**
     * Copies the silo's tables into new files, one after the other, when no import runs. Whoever reads goes on with the
     * same rows, and waits while the table of the rows is being copied; imports wait until the end. Cancelled between
     * two tables; whatever interrupts it, the silo holds what it held.
     *
     * @return what its files took before and after
     * @throws SiloException where the silo cannot be opened
     */
    Compacted compact(CommunityId community, JobControl job);
}
