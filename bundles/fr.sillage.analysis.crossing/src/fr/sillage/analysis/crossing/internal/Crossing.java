package fr.sillage.analysis.crossing.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.Analysis;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.analysis.Inputs;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Unit;
import java.util.List;

/**
 * Cross-tabulation of two columns: counts, chi-square test of independence, Cramér's V, adjusted residuals with Holm's
 * correction over the cells (sources of the methods: {@link fr.sillage.statistics.ContingencyTable},
 * {@link fr.sillage.statistics.Holm}).
 */
public final class Crossing implements Analysis {
    static final String ID = "fr.sillage.analysis.crossing";
    private static final String SLOT = "registrations";
    private static final int MOST_CELLS = 40_000;

    @Override
    public Draft run(Inputs in, Values parameters, JobControl job) throws AnalysisException {
        FieldRef rows = new FieldRef(SLOT, parameters.require("rows"));
        FieldRef columns = new FieldRef(SLOT, parameters.require("columns"));
        if (rows.equals(columns)) {
            throw new AnalysisException(Message.of(ID, "error.columns.same"));
        }
        Unit unit = parameters.require("unit").equals("persons") ? Unit.SUBJECT : Unit.ROW;
        Cells cells = ask(in, new Query.Aggregate(List.of(rows, columns), unit));
        int height = cells.labels(0).size();
        int width = cells.labels(1).size();
        if ((long) height * width > MOST_CELLS) {
            throw new AnalysisException(Message.of(ID, "error.columns.many", height, width));
        }
        if (cells.units(cells.total()) == 0) {
            throw new AnalysisException(Message.of(ID, "error.empty"));
        }
        job.check();
        CrossMeasures measures = new CrossMeasures(cells);
        return new Draft(
                new CrossTables(measures).tables(),
                List.of(CrossTables.figure(unit)),
                new CrossFindings(measures).findings());
    }

    private static Cells ask(Inputs in, Query.Aggregate query) throws AnalysisException {
        try {
            return in.ask(query);
        } catch (IllegalArgumentException e) {
            throw new AnalysisException(Message.of(
                    ID,
                    "error.columns.unknown",
                    query.by().get(0).column(),
                    query.by().get(1).column()));
        }
    }
}
