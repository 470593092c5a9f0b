package fr.sillage.store.platform.internal;

import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.UserId;
import fr.sillage.core.jobs.JobFailure;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobSpec;
import fr.sillage.core.jobs.JobState;
import fr.sillage.core.jobs.JobState.Phase;
import fr.sillage.core.json.Json;
import fr.sillage.store.database.internal.InstantConverter;
import fr.sillage.store.database.internal.UuidConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A job; what it is to do, and why it failed, as JSON. */
@Entity(name = "Job")
@Table(name = "JOB")
class JobEntity {
    @Id
    @Column(name = "ID")
    @Convert(converter = UuidConverter.class)
    private UUID id;

    @Column(name = "COMMUNITY")
    @Convert(converter = UuidConverter.class)
    private UUID community;

    @Column(name = "ACCOUNT")
    @Convert(converter = UuidConverter.class)
    private UUID account;

    @Lob
    @Column(name = "SPEC")
    private String spec;

    @Column(name = "PHASE")
    private String phase;

    @Column(name = "FRACTION")
    private double fraction;

    @Column(name = "SUBMITTED")
    @Convert(converter = InstantConverter.class)
    private Instant submitted;

    @Column(name = "STARTED")
    @Convert(converter = InstantConverter.class)
    private Instant started;

    @Column(name = "ENDED")
    @Convert(converter = InstantConverter.class)
    private Instant ended;

    @Lob
    @Column(name = "FAILURE")
    private String failure;

    @Column(name = "RESULT")
    private String result;

    protected JobEntity() {}

    JobEntity(JobInfo job) {
        id = job.id().value();
        community = job.community().value();
        account = job.user().value();
        spec = Json.write(job.spec());
        phase = job.state().phase().name();
        fraction = job.state().fraction();
        submitted = job.submitted();
        started = job.started().orElse(null);
        ended = job.ended().orElse(null);
        failure = job.failure().map(Json::write).orElse("");
        result = job.result();
    }

    JobInfo job() {
        return new JobInfo(
                new JobId(id),
                new CommunityId(community),
                new UserId(account),
                Json.read(spec, JobSpec.class),
                new JobState(Phase.valueOf(phase), fraction),
                submitted,
                Optional.ofNullable(started),
                Optional.ofNullable(ended),
                failure.isEmpty() ? Optional.empty() : Optional.of(Json.read(failure, JobFailure.class)),
                result);
    }
}
