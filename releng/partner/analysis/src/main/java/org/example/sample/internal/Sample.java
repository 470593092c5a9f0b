package org.example.sample.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
import fr.sillage.api.MessageKey;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.Analysis;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.analysis.Argument;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.analysis.Finding;
import fr.sillage.api.analysis.Inputs;
import fr.sillage.api.analysis.Severity;
import fr.sillage.api.analysis.Table;
import fr.sillage.api.analysis.TableColumn;
import fr.sillage.api.analysis.Value;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How often each value of a column occurs. An analysis is a pure function: it asks for counts, never for rows, and
 * says of each number which cells it follows from. What may be seen of it is the platform's decision. One instance
 * serves everybody: no fields that change.
 */
public final class Sample implements Analysis {
    static final String ID = "org.example.sample";

    @Override
    public Draft run(Inputs in, Values parameters, JobControl job) throws AnalysisException {
        // the names of slot and parameter are those of plugin.xml; a person may choose any column that is offered
        FieldRef column = new FieldRef("data", parameters.require("by"));
        Cells cells = in.ask(new Query.Aggregate(List.of(column), Unit.ROW));
        List<String> values = cells.labels(0);
        if (values.isEmpty()) {
            // a reason that a person understands: the text error.empty; all else that is thrown counts as a bug
            throw new AnalysisException(Message.of(ID, "error.empty"));
        }
        job.check(); // in long loops every few thousand steps: ends the work when it was cancelled
        List<Region> byCount = IntStream.range(0, values.size())
                .mapToObj(code -> Region.of(code))
                .sorted(Comparator.comparingLong(
                                (Region region) -> cells.cell(region).rows())
                        .reversed())
                .toList();
        return new Draft(List.of(table(cells, byCount)), List.of(), List.of(finding(cells, byCount)));
    }

    private static Table table(Cells cells, List<Region> regions) {
        List<List<Value>> lines = new ArrayList<>();
        for (Region region : regions) {
            lines.add(List.of(
                    label(cells, region),
                    new Value.Number(cells.rows(region)),
                    new Value.Number(cells.persons(region)),
                    new Value.HiddenFlag(region)));
        }
        return new Table(
                "counts",
                List.of(
                        new TableColumn("value", TableColumn.Kind.LABEL),
                        new TableColumn("rows", TableColumn.Kind.INTEGER),
                        new TableColumn("persons", TableColumn.Kind.INTEGER),
                        new TableColumn("hidden", TableColumn.Kind.FLAG)),
                lines);
    }

    /** The first sentence of these that speaks of no hidden cell. */
    private static Finding.Choice finding(Cells cells, List<Region> regions) {
        return new Finding.Choice(
                regions.stream()
                        .map(region -> new Finding(
                                new MessageKey(ID, "finding.often"),
                                List.of(
                                        new Argument.Category(
                                                label(cells, region).text()),
                                        new Argument.Amount(cells.rows(region), 0),
                                        new Argument.Amount(cells.rows(cells.total()), 0)),
                                Set.of(region),
                                Severity.FINDING,
                                List.of()))
                        .toList(),
                1);
    }

    private static Value.Label label(Cells cells, Region region) {
        return new Value.Label(cells.labels(0).get(region.codes().getFirst()));
    }
}
