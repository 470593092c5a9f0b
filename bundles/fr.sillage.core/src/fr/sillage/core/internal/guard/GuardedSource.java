package fr.sillage.core.internal.guard;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.source.DataSource;
import fr.sillage.api.source.Detection;
import fr.sillage.api.source.SourceException;
import fr.sillage.api.source.SourceInput;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;

/** A contributed source behind its guard. */
final class GuardedSource implements DataSource {
    private final Contributed<DataSource> source;

    GuardedSource(Contributed<DataSource> source) {
        this.source = source;
    }

    @Override
    public Detection detect(SourceInput head) throws IOException {
        return detect((object, call) -> object.detect(new WatchedInput(head, () -> call)));
    }

    @Override
    public Detection detect(SourceInput head, Values chosen) throws IOException {
        return detect((object, call) -> object.detect(new WatchedInput(head, () -> call), chosen));
    }

    private Detection detect(Contributed.Use<DataSource, Detection> use) throws IOException {
        Detection found = source.present(detected(use), "detection");
        if (!(found.confidence() >= 0 && found.confidence() <= 1)) {
            throw source.nonsense("confidence of " + found.confidence());
        }
        List<String> names =
                found.fields().stream().map(each -> each.field().name()).toList();
        if (new HashSet<>(names).size() < names.size()) {
            throw source.nonsense("proposed fields of one name");
        }
        return found;
    }

    private Detection detected(Contributed.Use<DataSource, Detection> use) throws IOException {
        try {
            return source.call(JobControl.NONE, List.of(IOException.class), use);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) { // cannot be: the guard has turned it
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Reader open(SourceInput in, Values settings, JobControl job) throws SourceException, IOException {
        try {
            return GuardedReader.open(source, in, settings, job);
        } catch (SourceException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) { // cannot be: the guard has turned it
            throw new IllegalStateException(e);
        }
    }
}
