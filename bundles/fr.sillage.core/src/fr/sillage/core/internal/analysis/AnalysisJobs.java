package fr.sillage.core.internal.analysis;

import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.published.Published;
import fr.sillage.core.analysis.Analyses;
import fr.sillage.core.analysis.AnalysisJob;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobKind;
import fr.sillage.core.jobs.JobSpec;
import java.time.Duration;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;

/**
 * Analyses in the background. A person clicks through many of them: only those that take long are found again in the
 * list. An analysis yields the same result of the same data, so that its page finds it again by running it.
 */
@Component
@Provides
@Instantiate
public class AnalysisJobs implements JobKind {
    private static final Duration LONG = Duration.ofSeconds(3);

    private final Analyses analyses;
    private final Extensions extensions;

    public AnalysisJobs(@Requires Analyses analyses, @Requires Extensions extensions) {
        this.analyses = analyses;
        this.extensions = extensions;
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
        AnalysisDescriptor analysis = extensions
                .analysis(wanted.analysis())
                .orElseThrow(() -> new AnalysisException(Message.of("fr.sillage.core", "analysis.gone")));
        Published published = analyses.run(context, analysis, wanted.data(), wanted.parameters(), job);
        return new Outcome("", published);
    }

    @Override
    public void forget(CommunityContext context, JobSpec spec) {
        // names nothing that takes room
    }

    @Override
    public boolean repeatable(CommunityContext context, JobSpec spec) {
        return context.may(Right.RUN_ANALYSES);
    }
}
