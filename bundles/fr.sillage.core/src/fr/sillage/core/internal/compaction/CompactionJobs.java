package fr.sillage.core.internal.compaction;

import fr.sillage.api.JobControl;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.jobs.CompactionJob;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobKind;
import fr.sillage.core.jobs.JobSpec;
import fr.sillage.core.silo.Compacted;
import fr.sillage.core.silo.SiloCompaction;
import java.time.Duration;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;

/** Compactions of silos; they see no row. */
@Component
@Provides
@Instantiate
public class CompactionJobs implements JobKind {
    private final SiloCompaction compaction;

    public CompactionJobs(@Requires SiloCompaction compaction) {
        this.compaction = compaction;
    }

    @Override
    public String id() {
        return CompactionJob.KIND;
    }

    @Override
    public boolean heavy() {
        return true;
    }

    @Override
    public boolean forAdministrator() {
        return true;
    }

    @Override
    public Duration unlisted() {
        return Duration.ZERO;
    }

    @Override
    public Outcome run(CommunityContext context, JobId id, JobSpec spec, JobControl job) {
        Compacted done = compaction.compact(context.community().id(), job);
        return new Outcome(done.text(), done);
    }

    @Override
    public void forget(CommunityContext context, JobInfo job) {
        // nothing belongs to it
    }

    @Override
    public boolean repeatable(CommunityContext context, JobSpec spec) {
        return context.may(Right.DELETE_DATA);
    }
}
