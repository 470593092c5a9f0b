package fr.sillage.store.platform.internal;

import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jobs in the platform database. */
@Component
@Provides
@Instantiate
public class DerbyJobStore implements JobStore {
    private static final Logger LOG = LoggerFactory.getLogger(DerbyJobStore.class);

    private final PlatformDatabase database;

    public DerbyJobStore(@Requires PlatformDatabase database) {
        this.database = database;
    }

    @Override
    public List<JobInfo> all() {
        return database.ask(m -> m.createQuery("SELECT j FROM Job j ORDER BY j.submitted", JobEntity.class)
                .getResultStream()
                .flatMap(DerbyJobStore::read)
                .toList());
    }

    /** One job that cannot be read any more must not take the others along. */
    private static Stream<JobInfo> read(JobEntity entity) {
        try {
            return Stream.of(entity.job());
        } catch (IllegalArgumentException e) {
            LOG.warn("a job of an older version cannot be read: {}", e.getMessage());
            return Stream.empty();
        }
    }

    @Override
    public void put(JobInfo job) {
        database.change(m -> m.merge(new JobEntity(job)));
    }

    @Override
    public void remove(JobId id) {
        database.change(
                m -> Optional.ofNullable(m.find(JobEntity.class, id.value())).ifPresent(m::remove));
    }
}
