package fr.sillage.core.internal.analysis;

import fr.sillage.api.JobControl;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.core.analysis.AnalysisJob;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.internal.analysis.Publishing.Audience;
import fr.sillage.core.internal.results.KeptJobs;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobKind;
import fr.sillage.core.jobs.JobSpec;
import java.time.Duration;
import java.util.Optional;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Analyses in the background. A person clicks through many of them: only those that take long are found again in the
 * list, and only of these the result is kept.
 */
@Component
@Provides
@Instantiate
public class AnalysisJobs implements JobKind {
    private static final Logger LOG = LoggerFactory.getLogger(AnalysisJobs.class);
    private static final Duration LONG = Duration.ofSeconds(3);

    private final Publishing publishing;
    private final KeptJobs results;

    public AnalysisJobs(@Requires Publishing publishing, @Requires KeptJobs results) {
        this.publishing = publishing;
        this.results = results;
    }

    @Override
    public String id() {
        return AnalysisJob.KIND;
    }

    @Override
    public boolean heavy() {
        return false;
    }

    @Override
    public Duration unlisted() {
        return LONG;
    }

    @Override
    public Outcome run(CommunityContext context, JobId id, JobSpec spec, JobControl job) throws AnalysisException {
        AnalysisJob wanted = AnalysisJob.of(spec);
        Publishing.Run run = publishing.publish(
                context, wanted.analysis(), wanted.data(), wanted.parameters(), Audience.MEMBER, job);
        return new Outcome(run.published(), () -> kept(context, id, wanted, run));
    }

    @Override
    public Optional<Object> atOnce(CommunityContext context, JobSpec spec) {
        try {
            AnalysisJob wanted = AnalysisJob.of(spec);
            return publishing
                    .atOnce(context, wanted.analysis(), wanted.data(), wanted.parameters())
                    .map(found -> found);
        } catch (AnalysisException | RuntimeException e) {
            return Optional.empty(); // the job fails in the same way, and says so
        }
    }

    private String kept(CommunityContext context, JobId id, AnalysisJob wanted, Publishing.Run run) {
        try {
            return results.keep(context, id, wanted, run);
        } catch (RuntimeException e) { // a full disk must not take the result from who waits for it
            LOG.warn(
                    "the result of job {} could not be kept: {}",
                    id.value(),
                    e.getClass().getName());
            return "";
        }
    }

    @Override
    public void forget(CommunityContext context, JobInfo job) {
        results.forget(context, job.id());
    }

    @Override
    public boolean repeatable(CommunityContext context, JobSpec spec) {
        return context.may(Right.RUN_ANALYSES);
    }
}
