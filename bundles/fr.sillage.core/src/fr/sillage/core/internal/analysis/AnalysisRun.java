package fr.sillage.core.internal.analysis;

import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.analysis.Finding;
import fr.sillage.api.data.RowKind;
import fr.sillage.api.published.Provenance;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.TooManyCellsException;
import fr.sillage.core.analysis.Selection;
import fr.sillage.core.analysis.SlotTable;
import fr.sillage.core.analysis.UnprotectedQueryException;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.gate.PublicationGate;
import fr.sillage.core.gate.PublicationGate.Release;
import fr.sillage.core.gate.PublicationRule;
import fr.sillage.core.gate.TooCloseException;
import fr.sillage.core.gate.known.SeenTable;
import fr.sillage.core.internal.guard.Supervised;
import fr.sillage.engine.QueryEngine;
import fr.sillage.engine.StoredTable;
import fr.sillage.engine.TableId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** One question to one analysis: the contributed class makes a draft of the data, the gate what may be seen of it. */
final class AnalysisRun {
    private static final String CORE = "fr.sillage.core";

    private final AnalysisDescriptor analysis;
    private final Map<String, SlotTable> data;
    private final Map<String, StoredTable> tables;
    private final Map<String, Ledger> ledgers;
    private final PublicationGate gate;
    private final Readers readers;
    private final PublicationRule rule;
    private final JobControl job;

    /** @param ledgers of the slots: what those who will read it have seen; empty where nobody remembers */
    AnalysisRun(
            AnalysisDescriptor analysis,
            Map<String, SlotTable> data,
            Map<String, Ledger> ledgers,
            PublicationGate gate,
            Readers readers,
            PublicationRule rule,
            JobControl job) {
        this.analysis = analysis;
        this.data = data;
        this.tables = data.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, slot -> slot.getValue().table()));
        this.ledgers = ledgers;
        this.gate = gate;
        this.readers = readers;
        this.rule = rule;
        this.job = job;
    }

    /** @throws AnalysisException where it cannot be answered, or not be shown */
    Publishing.Run run(Values given) throws AnalysisException {
        Selection selection = Parameters.selection(given);
        Values complete = Parameters.complete(analysis, data, Selection.without(given));
        try {
            return run(complete, selection, List.of());
        } catch (TooCloseException e) {
            if (selection.gathering()) {
                return apart(complete, selection.gathering(false));
            }
            throw refused(e);
        }
    }

    /** What cannot be shown with its rare categories gathered, beside what was seen before, may be shown without. */
    private Publishing.Run apart(Values complete, Selection selection) throws AnalysisException {
        try {
            return run(complete, selection, List.of(CoreFindings.apart()));
        } catch (TooCloseException e) {
            throw refused(e);
        }
    }

    private AnalysisException refused(TooCloseException e) {
        String key = e.isByCategories() ? "analysis.too.close.categories" : "analysis.too.close";
        return new AnalysisException(Message.of(CORE, key, rule.threshold()));
    }

    private Publishing.Run run(Values complete, Selection selection, List<Finding> said) throws AnalysisException {
        QueryEngine engine = HeldCounts.over(tables);
        RecordingInputs inputs = new RecordingInputs(engine, tables, selection, rule, job);
        Draft analysed = draft(inputs, complete);
        Cells evidence = evidence(inputs.told());
        Draft told = CoreFindings.add(analysed, said, inputs.gathered(), evidence);
        Draft draft = selection.gathering() ? CoreFindings.addLeft(told, inputs.gathered(), evidence) : told;
        Query.Aggregate query = (Query.Aggregate) inputs.asked().getFirst();
        Values shown = selection.in(complete);
        Readers.Shown released = readers.release(
                ledgers,
                engine,
                query,
                evidence,
                rule,
                job,
                known -> supervised(
                        draft,
                        (watched, watchedDraft) -> gate.publish(
                                watchedDraft, evidence, rule, known, analysis.id(), shown, origins(), watched)));
        Release release = released.release();
        return new Publishing.Run(analysis, release.published(), rows(query), seen(query, release), released.before());
    }

    private List<Provenance.Origin> origins() {
        return data.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> new Provenance.Origin(
                        e.getKey(),
                        e.getValue().name(),
                        e.getValue().version(),
                        e.getValue().table().rows(),
                        RowKind.of(e.getValue().table().fields())))
                .toList();
    }

    private TableId rows(Query.Aggregate query) {
        return tables.get(query.by().getFirst().slot()).id();
    }

    private static String seen(Query.Aggregate query, Release release) {
        return release.everything()
                ? ""
                : SeenText.write(new SeenTable(
                        query.by(), SeenTable.population(query.by(), query.filter()), release.hidden(), false));
    }

    /** What a draft says of its numbers is contributed code too; that a result is too close is no fault of it. */
    private Release supervised(Draft draft, BiFunction<JobControl, Draft, Release> publish) {
        BiFunction<JobControl, Draft, Outcome> guarded = (watched, watchedDraft) -> {
            try {
                return new Outcome(Optional.of(publish.apply(watched, watchedDraft)), Optional.empty());
            } catch (TooCloseException e) {
                return new Outcome(Optional.empty(), Optional.of(e));
            }
        };
        Outcome outcome = analysis.analysis() instanceof Supervised supervised
                ? supervised.supervise(job, draft, guarded)
                : guarded.apply(job, draft);
        if (outcome.refused().isPresent()) {
            throw outcome.refused().get();
        }
        return outcome.release().orElseThrow();
    }

    private record Outcome(Optional<Release> release, Optional<TooCloseException> refused) {}

    private Cells evidence(List<Object> told) throws AnalysisException {
        if (told.size() != 1) {
            // several answers over the same persons would have to be protected together
            throw new AnalysisException(Message.of(CORE, "analysis.answers", told.size()));
        }
        if (told.getFirst() instanceof Cells cells && gate.protects(cells)) {
            return cells;
        }
        throw new AnalysisException(Message.of(CORE, "analysis.unprotected"));
    }

    private Draft draft(RecordingInputs inputs, Values parameters) throws AnalysisException {
        try {
            return analysis.analysis().run(inputs, parameters, job);
        } catch (TooManyCellsException e) {
            throw new AnalysisException(Message.of(CORE, "analysis.cells.many", TooManyCellsException.MOST));
        } catch (UnprotectedQueryException e) {
            throw new AnalysisException(Message.of(CORE, "analysis.unprotected"));
        }
    }
}
