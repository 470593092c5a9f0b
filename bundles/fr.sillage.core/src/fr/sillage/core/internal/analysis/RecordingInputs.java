package fr.sillage.core.internal.analysis;

import fr.sillage.api.JobControl;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.analysis.Inputs;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Query;
import fr.sillage.core.analysis.Selection;
import fr.sillage.core.analysis.UnprotectedQueryException;
import fr.sillage.core.gate.PublicationRule;
import fr.sillage.core.gate.rare.RareCategories;
import fr.sillage.engine.QueryEngine;
import fr.sillage.engine.StoredTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers an analysis and keeps what it was told, so that the gate knows what there is to protect. */
final class RecordingInputs implements Inputs {
    private final QueryEngine engine;
    private final Map<String, StoredTable> tables;
    private final JobControl job;
    private final Selection selection;
    private final RareCategories rare;
    private final Map<String, Filter> filters = new HashMap<>();
    private final List<Query<?>> asked = new ArrayList<>();
    private final List<Object> told = new ArrayList<>();
    private final Set<RareCategories.Gathered> gathered = new LinkedHashSet<>();

    /**
     * @param selection what the person added: it applies to every question
     * @throws AnalysisException where the selection does not fit the tables
     */
    RecordingInputs(
            QueryEngine engine,
            Map<String, StoredTable> tables,
            Selection selection,
            PublicationRule rule,
            JobControl job)
            throws AnalysisException {
        this.engine = engine;
        this.tables = tables;
        this.selection = selection;
        this.job = job;
        this.rare = new RareCategories(engine, rule, job);
        for (Map.Entry<String, StoredTable> table : tables.entrySet()) {
            filters.put(
                    table.getKey(),
                    selection.filter(table.getKey(), table.getValue().fields()));
        }
    }

    /**
     * @throws IllegalArgumentException where a filter picks persons
     * @throws UnprotectedQueryException where the answer tells of single rows or persons, for which the gate has no
     *     protection
     */
    @Override
    public <R> R ask(Query<R> query) {
        if (query instanceof Query.Aggregate aggregate
                && aggregate.filter().fields().anyMatch(this::namesPersons)) {
            throw new IllegalArgumentException("a filter that picks persons one by one");
        }
        Query<R> narrowed = narrowed(query);
        R answer = engine.answer(narrowed, job);
        asked.add(narrowed);
        told.add(answer);
        return answer;
    }

    @SuppressWarnings("unchecked") // a query of the same kind has the same answer
    private <R> Query<R> narrowed(Query<R> query) {
        return switch (query) {
            case Query.Aggregate aggregate -> (Query<R>) aggregate(aggregate);
            case Query.Sequences sequences -> throw new UnprotectedQueryException("sequences");
            case Query.Texts texts -> throw new UnprotectedQueryException("texts");
            case Query.Frame frame -> throw new UnprotectedQueryException("a frame");
        };
    }

    private Query.Aggregate aggregate(Query.Aggregate query) {
        Filter chosen = filters.getOrDefault(query.by().getFirst().slot(), Filter.ALL);
        Filter both = chosen.equals(Filter.ALL)
                ? query.filter()
                : query.filter().equals(Filter.ALL) ? chosen : new Filter.And(List.of(chosen, query.filter()));
        return new Query.Aggregate(query.by().stream().map(this::key).toList(), both, query.unit());
    }

    private Key key(Key asked) {
        Key folded = selection.folded(asked);
        Optional<RareCategories.Gathered> found = selection.gathering() ? rare.of(folded) : Optional.empty();
        found.ifPresent(gathered::add);
        return found.map(RareCategories.Gathered::key).orElse(folded);
    }

    private boolean namesPersons(FieldRef field) {
        return Optional.ofNullable(tables.get(field.slot())).stream()
                .flatMap(table -> table.fields().stream())
                .anyMatch(f -> f.name().equals(field.column()) && f.roles().contains(RoleId.SUBJECT));
    }

    /** Where the gate gathered categories of few persons. */
    Set<RareCategories.Gathered> gathered() {
        return Set.copyOf(gathered);
    }

    /** Every question, as it was put to the data. */
    List<Query<?>> asked() {
        return List.copyOf(asked);
    }

    /** Every answer, of whichever kind. */
    List<Object> told() {
        return List.copyOf(told);
    }
}
