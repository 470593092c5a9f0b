package fr.sillage.core.silo;

import fr.sillage.core.community.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Results of one silo: which were shown to whom, and which are kept. Each call is a transaction of its own. */
public interface ResultStore {
    /** The earliest first. */
    List<ShownResult> shown(UserId by, DataSetId dataSet);

    void add(ShownResult result);

    /** The latest first. */
    List<SavedAnalysis> saved();

    Optional<SavedAnalysis> saved(UUID id);

    /** Puts it in the place of the one with the same id, if there is one. */
    void save(SavedAnalysis analysis);

    /** Harmless where there is none. */
    void remove(UUID id);
}
