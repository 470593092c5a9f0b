package fr.sillage.ui.internal.imports;

import fr.sillage.core.imports.ImportMode;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.Target;
import fr.sillage.core.jobs.Job;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.SpooledFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Files that wait for a decision, and the imports that were started for those before. */
final class FileQueue implements AutoCloseable {
    private final Deque<SpooledFile> waiting = new ArrayDeque<>();
    private final List<Job<ImportRecord>> started = new ArrayList<>();
    private Optional<SpooledFile> current = Optional.empty();
    private int total;

    void add(List<SpooledFile> files) {
        waiting.addAll(files);
        total += files.size();
    }

    /** The file to be decided about now; the one before is deleted unless an import took it over. */
    Optional<SpooledFile> next() {
        drop();
        current = Optional.ofNullable(waiting.poll());
        return current;
    }

    /** Deletes the present file. */
    void drop() {
        current.ifPresent(SpooledFile::close);
        current = Optional.empty();
    }

    /** An import took the present file over. */
    void started(Job<ImportRecord> job) {
        current = Optional.empty();
        started.add(job);
    }

    /** Whether an import that was started has not ended. */
    boolean running() {
        return started.stream().anyMatch(job -> !job.state().ended());
    }

    /** Behind the rows of the last import of a file with the same columns. */
    Optional<Target> last(ImportPlan plan) {
        return started.reversed().stream()
                .flatMap(job -> job.result().stream())
                .filter(done ->
                        done.plan().filter(p -> p.names().equals(plan.names())).isPresent())
                .findFirst()
                .map(done -> Target.of(ImportMode.APPEND, done.dataSet()));
    }

    List<Job<ImportRecord>> started() {
        return List.copyOf(started);
    }

    int total() {
        return total;
    }

    /** Of the present file, from 1. */
    int position() {
        return total - waiting.size();
    }

    boolean more() {
        return !waiting.isEmpty();
    }

    @Override
    public void close() {
        drop();
        waiting.forEach(SpooledFile::close);
        waiting.clear();
    }
}
