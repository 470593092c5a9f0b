package fr.sillage.core.fakes;

import fr.sillage.core.community.UserId;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.ResultStore;
import fr.sillage.core.silo.SavedAnalysis;
import fr.sillage.core.silo.ShownResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Results in memory. */
public final class MemoryResults implements ResultStore {
    private final List<ShownResult> shown = new ArrayList<>();
    private final List<SavedAnalysis> saved = new ArrayList<>();

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
    public void save(SavedAnalysis analysis) {
        remove(analysis.id());
        saved.add(analysis);
    }

    @Override
    public void remove(UUID id) {
        saved.removeIf(analysis -> analysis.id().equals(id));
    }
}
