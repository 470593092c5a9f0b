package fr.sillage.core.internal.imports;

import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.ImportJob;
import fr.sillage.core.imports.Imports;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobKind;
import fr.sillage.core.jobs.JobSpec;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.core.silo.SpooledFile;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;

/** Imports of spooled files. The file is deleted when its import is done, and kept for another try when it is not. */
@Component
@Provides
@Instantiate
public class ImportJobs implements JobKind {
    private final Imports imports;
    private final SiloStore silos;

    public ImportJobs(@Requires Imports imports, @Requires SiloStore silos) {
        this.imports = imports;
        this.silos = silos;
    }

    @Override
    public String id() {
        return ImportJob.KIND;
    }

    @Override
    public boolean heavy() {
        return true;
    }

    @Override
    public Duration unlisted() {
        return Duration.ZERO;
    }

    @Override
    public Outcome run(CommunityContext context, JobId id, JobSpec spec, JobControl job) throws Exception {
        ImportJob wanted = ImportJob.of(spec);
        Silo silo = silos.open(context);
        Optional<ImportRecord> before = silo.imports().stream()
                .filter(record -> record.id().equals(id.value()))
                .findFirst();
        Optional<SpooledFile> file = file(silo, wanted);
        ImportRecord done;
        if (before.isPresent()) {
            done = before.get(); // committed, and stopped before that was noted: twice would be wrong
        } else {
            done = imports.run(context, id.value(), file.orElseThrow(ImportJobs::gone), wanted.request(), job);
        }
        file.ifPresent(SpooledFile::close);
        return new Outcome(done.id().toString(), done);
    }

    private static ImportException gone() {
        return new ImportException(Message.of("fr.sillage.core", "job.file.gone"), OptionalLong.empty());
    }

    private static Optional<SpooledFile> file(Silo silo, ImportJob wanted) throws IOException {
        return silo.spool().find(wanted.file());
    }

    @Override
    public void forget(CommunityContext context, JobInfo job) {
        try {
            file(silos.open(context), ImportJob.of(job.spec())).ifPresent(SpooledFile::close);
        } catch (IOException | IllegalArgumentException e) {
            // the spool deletes what nobody asks for by itself
        }
    }

    @Override
    public boolean repeatable(CommunityContext context, JobSpec spec) {
        try {
            return context.may(Right.IMPORT)
                    && file(silos.open(context), ImportJob.of(spec)).isPresent();
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
