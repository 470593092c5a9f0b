package fr.sillage.core.internal.guard;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.Analysis;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.analysis.Inputs;
import fr.sillage.api.query.Query;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** A contributed analysis behind its guard. */
final class GuardedAnalysis implements Analysis, Supervised {
    private final Contributed<Analysis> analysis;

    GuardedAnalysis(Contributed<Analysis> analysis) {
        this.analysis = analysis;
    }

    /** What the gate made of a draft, or that it could not. */
    private record Outcome<R>(R value, Throwable failure) {}

    @Override
    public Draft run(Inputs inputs, Values parameters, JobControl job) throws AnalysisException {
        try {
            Draft draft = analysis.call(
                    job,
                    List.of(AnalysisException.class),
                    (object, call) -> object.run(new WatchedInputs(inputs, call), parameters, call.job()));
            Optional<String> fault = DraftCheck.fault(analysis.present(draft, "draft"));
            if (fault.isPresent()) {
                throw analysis.nonsense(fault.get());
            }
            return draft;
        } catch (AnalysisException | RuntimeException e) {
            throw e;
        } catch (Exception e) { // cannot be: the guard has turned it
            throw new IllegalStateException(e);
        }
    }

    @Override
    public <R> R supervise(JobControl job, Draft draft, BiFunction<JobControl, Draft, R> work) {
        try {
            Outcome<R> outcome = analysis.call(
                    job,
                    List.of(),
                    (object, call) ->
                            outcome(() -> call.inPlatform(() -> work.apply(call.job(), WatchedDraft.of(draft, call)))));
            if (outcome.failure() != null) {
                throw analysis.nonsense("a draft on which the gate failed: " + Faults.describe(outcome.failure()));
            }
            return outcome.value();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) { // cannot be: the guard has turned it
            throw new IllegalStateException(e);
        }
    }

    private static <R> Outcome<R> outcome(Supplier<R> work) {
        try {
            return new Outcome<>(work.get(), null);
        } catch (JobCancelledException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            return new Outcome<>(null, e);
        }
    }

    /** Questions are answered by the platform: meanwhile the analysis is not silent. */
    private record WatchedInputs(Inputs inputs, GuardedCall<?> call) implements Inputs {
        @Override
        public <R> R ask(Query<R> query) {
            return call.inPlatform(() -> inputs.ask(query));
        }
    }
}
