package fr.sillage.core.internal.guard;

import fr.sillage.api.JobControl;
import fr.sillage.api.analysis.Draft;
import java.util.function.BiFunction;

/** A contributed analysis under guard, for work of the platform that calls back into the draft it returned. */
public interface Supervised {
    /**
     * Does the work in a thread of the extension; where it fails, the extension's result made no sense. While it
     * calls back, the extension's code is at work and has to listen and give signs of life; otherwise the platform's.
     *
     * @param work is handed the draft to work on
     * @throws fr.sillage.core.extension.ExtensionException where it failed
     * @throws fr.sillage.api.JobCancelledException where it was told to end
     */
    <R> R supervise(JobControl job, Draft draft, BiFunction<JobControl, Draft, R> work);
}
