package fr.sillage.core.internal.analysis;

import fr.sillage.api.JobControl;
import fr.sillage.api.analysis.Inputs;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Query;
import fr.sillage.engine.QueryEngine;
import fr.sillage.engine.StoredTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers an analysis and keeps what it was told, so that the gate knows what there is to protect. */
final class RecordingInputs implements Inputs {
    private final QueryEngine engine;
    private final Map<String, StoredTable> tables;
    private final JobControl job;
    private final List<Object> told = new ArrayList<>();

    RecordingInputs(QueryEngine engine, Map<String, StoredTable> tables, JobControl job) {
        this.engine = engine;
        this.tables = tables;
        this.job = job;
    }

    @Override
    public <R> R ask(Query<R> query) {
        if (query instanceof Query.Aggregate aggregate
                && aggregate.filter().fields().anyMatch(this::namesPersons)) {
            throw new IllegalArgumentException("a filter that picks persons one by one");
        }
        R answer = engine.answer(query, job);
        told.add(answer);
        return answer;
    }

    private boolean namesPersons(FieldRef field) {
        return Optional.ofNullable(tables.get(field.slot())).stream()
                .flatMap(table -> table.fields().stream())
                .anyMatch(f -> f.name().equals(field.column()) && f.roles().contains(RoleId.SUBJECT));
    }

    /** Every answer, of whichever kind. */
    List<Object> told() {
        return List.copyOf(told);
    }
}
