package fr.sillage.core.internal.results;

import fr.sillage.api.Values;
import fr.sillage.core.analysis.AnalysisJob;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.internal.analysis.Publishing;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.core.json.Json;
import fr.sillage.core.results.AnalysisState;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.JobResult;
import fr.sillage.core.silo.ResultStore;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.core.text.TextKeeper;
import fr.sillage.core.time.Retention;
import java.time.Duration;
import java.time.Instant;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;

/** Results of jobs in the silo; there are never more than jobs in the list. */
@Component
@Provides
@Instantiate
public class SiloKeptJobs implements KeptJobs {
    private final SiloStore silos;
    private final TextKeeper texts;
    private final Retention retention;

    public SiloKeptJobs(@Requires SiloStore silos, @Requires TextKeeper texts) {
        this(silos, texts, Retention.ofThisProcess());
    }

    SiloKeptJobs(SiloStore silos, TextKeeper texts, Retention retention) {
        this.silos = silos;
        this.texts = texts;
        this.retention = retention;
    }

    @Override
    public String keep(CommunityContext context, JobId id, AnalysisJob job, Publishing.Run run) {
        DataSetId dataSet = job.data().values().iterator().next();
        AnalysisState state = new AnalysisState(job.analysis(), dataSet, job.parameters(), Values.NONE);
        Instant now = Instant.now();
        KeptText kept = KeptText.of(state, run, texts, context.account().id(), now);
        int version = run.published().provenance().data().getFirst().version();
        ResultStore results = silos.open(context).results();
        results.keep(new JobResult(id.value(), dataSet, version, now, Json.write(kept)));
        results.tidy(retention.before(Duration.ofDays(Jobs.DAYS_KEPT)).orElse(Instant.EPOCH), Jobs.MOST_KEPT);
        return id.value().toString();
    }

    @Override
    public void forget(CommunityContext context, JobId id) {
        silos.open(context).results().removeOfJob(id.value());
    }
}
