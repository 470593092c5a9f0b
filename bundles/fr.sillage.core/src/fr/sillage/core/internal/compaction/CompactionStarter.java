package fr.sillage.core.internal.compaction;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.jobs.CompactionJob;
import fr.sillage.core.jobs.Job;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.core.silo.Compacted;
import fr.sillage.core.silo.SiloCompaction;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a compaction where so much is free that it is worth its time, for whoever dropped the rows; one at a time. */
@Component
@Provides
@Instantiate
public class CompactionStarter implements AfterDrops {
    private static final Logger LOG = LoggerFactory.getLogger(CompactionStarter.class);

    private final Jobs jobs;
    private final SiloCompaction compaction;
    private final Set<CommunityId> started = ConcurrentHashMap.newKeySet();

    public CompactionStarter(@Requires Jobs jobs, @Requires SiloCompaction compaction) {
        this.jobs = jobs;
        this.compaction = compaction;
    }

    @Override
    public void dropped(CommunityContext context) {
        CommunityId community = context.community().id();
        try {
            if (compaction.space(community).isWasteful() && started.add(community)) {
                Job<Compacted> job = jobs.submit(context, CompactionJob.SPEC, Compacted.class);
                job.watch(state -> {
                    if (state.ended()) {
                        started.remove(community);
                    }
                });
            }
        } catch (RuntimeException e) { // what was dropped is dropped
            started.remove(community);
            LOG.warn(
                    "a compaction of silo {} cannot be started: {}",
                    community.value(),
                    e.getClass().getName());
        }
    }
}
