package fr.sillage.core.internal.export;

import fr.sillage.api.JobControl;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.overview.DataSetOverview;
import fr.sillage.core.overview.Overviews;
import fr.sillage.core.results.KeptResult;
import fr.sillage.core.results.SavedAnalyses;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.ExportRecord;
import fr.sillage.core.silo.SavedAnalysis;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;

/**
 * The files of a package, made one after the other when they are asked for. Everything goes through the doors of the
 * pages, in the name of the member: the overview of each data set, and each saved result by being opened, so that it
 * counts as seen and is left out where the page would refuse it.
 */
final class ExportPackage implements Iterator<ZipStream.Entry> {
    /** Where published results come from. */
    record Sources(Overviews overviews, SavedAnalyses saved) {}

    private final CommunityContext context;
    private final Sources sources;
    private final PackageWords words;
    private final JobControl job;
    private final Instant now;
    private final UUID id = UUID.randomUUID();
    private final Queue<Runnable> steps = new ArrayDeque<>();
    private final Queue<ZipStream.Entry> ready = new ArrayDeque<>();
    private final List<Map<String, Object>> resources = new ArrayList<>();
    private final List<Map<String, Object>> attributions = new ArrayList<>();
    private final DataSetFiles dataSets;
    private final ResultFiles results;
    private final PackageNames names = new PackageNames();
    private final Map<DataSetId, String> nameOf = new HashMap<>();
    private final int work;
    private int described;
    private int exported;
    private int withheld;

    ExportPackage(
            CommunityContext context,
            Sources sources,
            List<DataSet> data,
            List<SavedAnalysis> saved,
            PackageWords words,
            Instant now,
            JobControl job) {
        this.context = context;
        this.sources = sources;
        this.words = words;
        this.job = job;
        this.now = now;
        this.dataSets = new DataSetFiles(words);
        this.results = new ResultFiles(words);
        List.of("datasets", "columns", "distributions", "results").forEach(taken -> names.name(taken, taken));
        steps.add(() -> ready.add(new ZipStream.Entry("README.md", readme())));
        data.forEach(one -> steps.add(() -> dataSet(one)));
        steps.add(() -> dataSets.tables().forEach(this::add));
        saved.forEach(one -> steps.add(() -> result(one)));
        steps.add(() -> add(results.table()));
        steps.add(() -> ready.add(new ZipStream.Entry("datapackage.json", JsonFile.bytes(descriptor()))));
        work = steps.size();
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !steps.isEmpty()) {
            job.check();
            steps.remove().run();
            job.progress(1 - steps.size() / (double) work);
        }
        return !ready.isEmpty();
    }

    @Override
    public ZipStream.Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    /** When all files were asked for. */
    ExportRecord made() {
        return new ExportRecord(
                id, context.account().id(), now.truncatedTo(ChronoUnit.MICROS), described, exported, withheld);
    }

    private void dataSet(DataSet listed) {
        // one that is gone by now is left out, as on the pages
        Optional<DataSetOverview> overview = sources.overviews().of(context, listed.id(), job);
        overview.ifPresent(seen -> {
            String name = names.name(seen.dataSet().name(), "dataset");
            nameOf.put(listed.id(), name);
            add(dataSets.add(name, seen));
            described++;
            String attribution = seen.dataSet().attribution();
            if (!attribution.isEmpty() && attributions.stream().noneMatch(known -> known.containsValue(attribution))) {
                attributions.add(Map.of("title", attribution));
            }
        });
    }

    private void result(SavedAnalysis saved) {
        String name = names.name(saved.name(), "result");
        Optional<String> dataSet = Optional.ofNullable(nameOf.get(saved.dataSet()));
        try {
            KeptResult kept = sources.saved().open(context, saved.id(), job);
            ResultFiles.Files files = results.add(name, saved, kept, dataSet);
            files.tables().forEach(this::add);
            add(files.description());
            exported++;
        } catch (AnalysisException e) {
            results.leaveOut(name, saved, dataSet, words.texts().text(e.reason(), words.locale()));
            withheld++;
        }
    }

    private void add(TableFile table) {
        byte[] content = table.csv();
        resources.add(table.resource(content.length));
        ready.add(new ZipStream.Entry(table.path(), content));
    }

    private void add(JsonFile file) {
        byte[] content = JsonFile.bytes(file.content());
        resources.add(file.resource(content.length));
        ready.add(new ZipStream.Entry(file.path(), content));
    }

    private String title() {
        return words.get("title", context.community().name());
    }

    private String description() {
        return words.get("description", context.community().threshold());
    }

    private byte[] readme() {
        return ("# " + title() + "\n\n" + description() + "\n\n" + words.get("readme") + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> descriptor() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
        all.put("name", "sillage-export");
        all.put("id", id.toString());
        all.put("title", title());
        all.put("description", description());
        all.put("created", now.truncatedTo(ChronoUnit.SECONDS).toString());
        if (!attributions.isEmpty()) {
            all.put("sources", attributions);
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("threshold", context.community().threshold());
        facts.put("language", words.locale().getLanguage());
        facts.put("results_left_out", withheld);
        all.put("sillage", facts);
        all.put("resources", resources);
        return all;
    }
}
