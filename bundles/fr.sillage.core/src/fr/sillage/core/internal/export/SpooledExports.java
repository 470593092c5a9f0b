package fr.sillage.core.internal.export;

import fr.sillage.api.Message;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.export.ExportJob;
import fr.sillage.core.export.Exports;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobState.Phase;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.core.silo.ExportRecord;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.core.silo.SpooledFile;
import java.util.List;
import java.util.Optional;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;

/** Exports that lie in the spools. A manager sees the jobs of others, and yet gets no file of theirs. */
@Component
@Provides
@Instantiate
public class SpooledExports implements Exports {
    private final SiloStore silos;
    private final Jobs jobs;

    public SpooledExports(@Requires SiloStore silos, @Requires Jobs jobs) {
        this.silos = silos;
        this.jobs = jobs;
    }

    @Override
    public Optional<SpooledFile> find(CommunityContext context, JobId id) throws AnalysisException {
        context.require(Right.EXPORT_RESULTS);
        Optional<Reference> reference = jobs.find(context, id)
                .filter(job -> job.spec().kind().equals(ExportJob.KIND))
                .filter(job -> job.state().phase() == Phase.DONE)
                .filter(job -> job.user().equals(context.account().id()))
                .map(JobInfo::result)
                .flatMap(Reference::of);
        int now = context.community().threshold();
        if (reference.filter(made -> made.threshold() < now).isPresent()) {
            throw new AnalysisException(Message.of(
                    "fr.sillage.core", "export.threshold", reference.get().threshold(), now));
        }
        return reference.flatMap(made -> made.in(silos.open(context)));
    }

    @Override
    public List<ExportRecord> made(CommunityContext context) {
        context.require(Right.READ_AUDIT);
        return silos.open(context).exports();
    }
}
