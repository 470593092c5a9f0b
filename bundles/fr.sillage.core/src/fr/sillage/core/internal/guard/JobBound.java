package fr.sillage.core.internal.guard;

import fr.sillage.api.JobControl;

/** What is handed to contributed code on behalf of a job, so that its guard hears when the job is to end. */
public interface JobBound {
    JobControl job();
}
