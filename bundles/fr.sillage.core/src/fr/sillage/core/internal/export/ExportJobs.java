package fr.sillage.core.internal.export;

import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.export.ExportJob;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobKind;
import fr.sillage.core.jobs.JobSpec;
import fr.sillage.core.overview.Overviews;
import fr.sillage.core.results.SavedAnalyses;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.ExportRecord;
import fr.sillage.core.silo.SavedAnalysis;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.core.silo.SpooledFile;
import fr.sillage.core.text.Texts;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;

/** Exports in the background, into the encrypted spool of the silo. */
@Component
@Provides
@Instantiate
public class ExportJobs implements JobKind {
    private static final long MOST_BYTES = 1L << 30;

    private final SiloStore silos;
    private final ExportPackage.Sources sources;
    private final Texts texts;
    private final InstantSource clock;

    public ExportJobs(
            @Requires SiloStore silos,
            @Requires Overviews overviews,
            @Requires SavedAnalyses saved,
            @Requires Texts texts) {
        this(silos, overviews, saved, texts, InstantSource.system());
    }

    ExportJobs(SiloStore silos, Overviews overviews, SavedAnalyses saved, Texts texts, InstantSource clock) {
        this.silos = silos;
        this.sources = new ExportPackage.Sources(overviews, saved);
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String id() {
        return ExportJob.KIND;
    }

    @Override
    public boolean heavy() {
        return false;
    }

    @Override
    public Duration unlisted() {
        return Duration.ZERO;
    }

    @Override
    public Outcome run(CommunityContext context, JobId id, JobSpec spec, JobControl job)
            throws AnalysisException, IOException {
        context.require(Right.EXPORT_RESULTS);
        ExportJob wanted = ExportJob.of(spec);
        Silo silo = silos.open(context);
        List<DataSet> data = silo.dataSets().stream()
                .filter(one -> isWanted(wanted, one.id()))
                .toList();
        if (wanted.dataSet().isPresent() && data.isEmpty()) {
            throw new AnalysisException(Message.of("fr.sillage.core", "analysis.data.gone"));
        }
        // what was published first is seen first
        List<SavedAnalysis> saved = sources.saved().all(context).stream()
                .filter(one -> isWanted(wanted, one.dataSet()))
                .sorted(Comparator.comparing(SavedAnalysis::ran).thenComparing(SavedAnalysis::id))
                .toList();
        Instant now = clock.instant();
        ExportPackage files =
                new ExportPackage(context, sources, data, saved, new PackageWords(texts, wanted.language()), now, job);
        SpooledFile file = silo.spool().receive(fileName(context, now), new ZipStream(files, now), MOST_BYTES);
        try {
            job.check();
            // noted before anybody can have it
            ExportRecord made = files.made();
            silo.add(made);
            return new Outcome(new Reference(context.community().threshold(), file.keep()).text(), made);
        } catch (RuntimeException | IOException e) {
            file.close();
            throw e;
        }
    }

    private static boolean isWanted(ExportJob wanted, DataSetId dataSet) {
        return wanted.dataSet().isEmpty() || wanted.dataSet().get().equals(dataSet);
    }

    private static String fileName(CommunityContext context, Instant now) {
        String community = new PackageNames().name(context.community().name(), "export");
        return "sillage-" + community + "-" + LocalDate.ofInstant(now, ZoneId.systemDefault()) + ".zip";
    }

    @Override
    public void forget(CommunityContext context, JobInfo job) {
        Reference.of(job.result()).flatMap(made -> made.in(silos.open(context))).ifPresent(SpooledFile::close);
    }

    @Override
    public boolean repeatable(CommunityContext context, JobSpec spec) {
        return context.may(Right.EXPORT_RESULTS);
    }
}
