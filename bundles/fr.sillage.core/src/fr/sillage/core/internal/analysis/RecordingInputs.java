package fr.sillage.core.internal.analysis;

import fr.sillage.api.JobControl;
import fr.sillage.api.analysis.Inputs;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Query;
import fr.sillage.engine.QueryEngine;
import java.util.ArrayList;
import java.util.List;

/** Answers an analysis and keeps what it was told, so that the gate knows what there is to protect. */
final class RecordingInputs implements Inputs {
    private final QueryEngine engine;
    private final JobControl job;
    private final List<Cells> told = new ArrayList<>();

    RecordingInputs(QueryEngine engine, JobControl job) {
        this.engine = engine;
        this.job = job;
    }

    @Override
    public <R> R ask(Query<R> query) {
        R answer = engine.answer(query, job);
        if (answer instanceof Cells cells) {
            told.add(cells);
        }
        return answer;
    }

    List<Cells> told() {
        return List.copyOf(told);
    }
}
