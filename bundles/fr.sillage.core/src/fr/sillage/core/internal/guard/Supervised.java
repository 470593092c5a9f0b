package fr.sillage.core.internal.guard;

import fr.sillage.api.JobControl;
import java.util.function.Function;

/** A contributed object under guard, for work of the platform that calls back into what the object returned. */
public interface Supervised {
    /**
     * Does the work in a thread of the extension; where it fails, the extension's result made no sense.
     *
     * @throws fr.sillage.core.extension.ExtensionException where it failed
     * @throws fr.sillage.api.JobCancelledException where it was told to end
     */
    <R> R supervise(JobControl job, Function<JobControl, R> work);
}
