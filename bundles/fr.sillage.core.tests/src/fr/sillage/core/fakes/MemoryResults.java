package fr.sillage.core.fakes;

import fr.sillage.core.community.UserId;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.JobResult;
import fr.sillage.core.silo.ResultStore;
import fr.sillage.core.silo.SavedAnalysis;
import fr.sillage.core.silo.ShownResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Results in memory. */
public final class MemoryResults implements ResultStore {
    private final List<ShownResult> shown = new ArrayList<>();
    private final List<SavedAnalysis> saved = new ArrayList<>();
    private final Map<UUID, String> savedResults = new HashMap<>();
    private final List<JobResult> ofJobs = new ArrayList<>();

    @Override
    public List<ShownResult> shown(UserId by, DataSetId dataSet) {
        return shown.stream()
                .filter(result -> result.by().equals(by) && result.dataSet().equals(dataSet))
                .toList();
    }

    @Override
    public void add(ShownResult result) {
        shown.add(result);
    }

    @Override
    public List<SavedAnalysis> saved() {
        return saved.reversed();
    }

    @Override
    public Optional<SavedAnalysis> saved(UUID id) {
        return saved.stream().filter(analysis -> analysis.id().equals(id)).findFirst();
    }

    @Override
    public Optional<String> savedResult(UUID id) {
        return Optional.ofNullable(savedResults.get(id));
    }

    @Override
    public void save(SavedAnalysis analysis, String result) {
        remove(analysis.id());
        saved.add(analysis);
        savedResults.put(analysis.id(), result);
    }

    @Override
    public void update(SavedAnalysis analysis) {
        saved.replaceAll(kept -> kept.id().equals(analysis.id()) ? analysis : kept);
    }

    @Override
    public void remove(UUID id) {
        saved.removeIf(analysis -> analysis.id().equals(id));
        savedResults.remove(id);
    }

    @Override
    public void keep(JobResult result) {
        removeOfJob(result.job());
        ofJobs.add(result);
    }

    @Override
    public Optional<JobResult> ofJob(UUID job) {
        return ofJobs.stream().filter(result -> result.job().equals(job)).findFirst();
    }

    @Override
    public void removeOfJob(UUID job) {
        ofJobs.removeIf(result -> result.job().equals(job));
    }

    @Override
    public void tidy(Instant since, int most) {
        ofJobs.removeIf(result -> result.stored().isBefore(since));
        while (ofJobs.size() > most) {
            ofJobs.removeFirst();
        }
    }
}
