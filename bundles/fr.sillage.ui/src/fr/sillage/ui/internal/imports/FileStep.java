package fr.sillage.ui.internal.imports;

import fr.sillage.api.Values;
import fr.sillage.core.imports.ColumnProfile;
import fr.sillage.core.imports.Target;
import java.util.List;
import java.util.Optional;

/** What the assistant shows of a file that waits for a decision. */
interface FileStep {
    /** What a person can do about a file. */
    interface Actions {
        void run();

        /** Saves the plan without an import. */
        void savePlan();

        void cancel();

        /** The next file, or another one. */
        void otherFile();

        /** Shows the columns. */
        void columns();

        void propose(String source, Values settings);

        /** To read the file again, for its columns are read in another way. */
        void profile();
    }

    PlanModel model();

    default PlanDraft draft() {
        return model().draft();
    }

    /** Empty while something is still to be chosen. */
    Optional<Target> target();

    /** What that is. */
    String missing();

    void profiled(List<ColumnProfile> seen);

    void running(String sentence, double fraction);

    void quiet();

    void problem(String sentence);

    /** The file cannot be read like that: only other settings or another file help. */
    void refused(String sentence);
}
