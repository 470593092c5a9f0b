package fr.sillage.benchmark.engine;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Constant;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Link;
import fr.sillage.api.query.Measure;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.SequenceSet;
import fr.sillage.api.query.Unit;
import fr.sillage.engine.QueryEngine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is measured. */
final class Works {
    static final String REGISTRATIONS = "registrations";
    static final String POSTINGS = "postings";

    private static final List<Double> QUARTERS = List.of(0.25, 0.5, 0.75);

    private Works() {}

    static List<Work<?>> all() {
        return List.of(crossing(), persons(), paths(), transitions(), quantiles(), join());
    }

    /** The one that a fresh process answers too. */
    static Work<Cells> crossing() {
        Query.Aggregate query = new Query.Aggregate(
                List.of(field("academie"), field("module")),
                new Filter.And(List.of(
                        new Filter.Not(Filter.In.texts(field("modalite"), List.of("hybride"))),
                        new Filter.Range(
                                field("date"),
                                Optional.of(new Filter.Limit(new Constant.Day(LocalDate.of(2021, 9, 1)), true)),
                                Optional.empty()))),
                Unit.SUBJECT);
        return counted(
                "cross-tabulation with persons, filtered",
                query,
                true,
                "SELECT academie, module, count(*), count(DISTINCT email) FROM {registrations}"
                        + " WHERE modalite <> {modalite:hybride} AND date >= DATE '2021-09-01'"
                        + " GROUP BY academie, module",
                new Goal(10, 3));
    }

    private static Work<Cells> persons() {
        return counted(
                "persons per module",
                new Query.Aggregate(List.of(field("module")), Unit.SUBJECT),
                true,
                "SELECT module, count(*), count(DISTINCT email) FROM {registrations} GROUP BY module",
                new Goal(10, 0));
    }

    private static Work<SequenceSet> paths() {
        return new Work<>(
                "paths of all persons",
                Works::paths,
                Works::paths,
                "CREATE OR REPLACE TEMP TABLE paths AS SELECT list_sort(list({'date': date, 'module': module})) AS path"
                        + " FROM {registrations} GROUP BY email",
                "SELECT [step.date - DATE '1970-01-01' FOR step IN path] AS dates,"
                        + " [step.module FOR step IN path] AS module FROM paths",
                new Goal(10, 0));
    }

    private static SequenceSet paths(QueryEngine engine) {
        return engine.answer(
                new Query.Sequences(field("email"), field("date"), field("module"), Filter.ALL), JobControl.NONE);
    }

    private static void paths(SequenceSet paths, Check check) {
        for (int person = 0; person < paths.size(); person++) {
            List<Long> dates = new ArrayList<>();
            List<String> modules = new ArrayList<>();
            for (int at = 0; at < paths.length(person); at++) {
                dates.add(paths.time(person, at));
                modules.add(paths.states().get(paths.state(person, at)));
            }
            check.line(List.of(dates, modules));
        }
    }

    /** Answered together with the names that its positions stand for. */
    private record Transitions(List<String> states, long[][] counts) {}

    private static Work<Transitions> transitions() {
        String sql = "SELECT before AS \"module:before\", module, count(*) FROM (SELECT module,"
                + " lag(module) OVER (PARTITION BY email ORDER BY date, module) AS before FROM {registrations})"
                + " WHERE before IS NOT NULL GROUP BY before, module";
        return new Work<>(
                "transitions between modules",
                engine -> {
                    SequenceSet paths = paths(engine);
                    return new Transitions(paths.states(), paths.transitions());
                },
                (transitions, check) -> {
                    for (int one = 0; one < transitions.counts().length; one++) {
                        for (int next = 0; next < transitions.counts().length; next++) {
                            if (transitions.counts()[one][next] > 0) {
                                check.line(List.of(
                                        transitions.states().get(one),
                                        transitions.states().get(next),
                                        transitions.counts()[one][next]));
                            }
                        }
                    }
                },
                sql,
                sql,
                new Goal(5, 0));
    }

    private static Work<Cells> quantiles() {
        List<Measure> measures = new ArrayList<>();
        for (String column : List.of("heures", "note")) {
            measures.add(new Measure.Sum(field(column)));
            QUARTERS.forEach(share -> measures.add(new Measure.Quantile(field(column), share)));
        }
        return counted(
                "sums and quartiles of hours and ratings per module",
                new Query.Aggregate(List.of(field("module")), measures, List.of(), Filter.ALL, Unit.ROW),
                false,
                "SELECT module, count(*), sum(heures), quantile_cont(heures, [0.25, 0.5, 0.75]),"
                        + " sum(note), quantile_cont(note, [0.25, 0.5, 0.75]) FROM {registrations} GROUP BY module",
                new Goal(3, 0));
    }

    private static Work<Cells> join() {
        return counted(
                "modules by discipline, two data sets joined by person",
                new Query.Aggregate(
                        List.of(field("module"), new FieldRef(POSTINGS, "discipline")),
                        List.of(),
                        List.of(new Link(field("email"), new FieldRef(POSTINGS, "email"))),
                        Filter.ALL,
                        Unit.SUBJECT),
                false,
                "SELECT r.module, p.discipline, count(*) FROM {registrations} r"
                        + " JOIN {postings} p ON p.email = r.email GROUP BY r.module, p.discipline",
                new Goal(2, 0));
    }

    private static FieldRef field(String column) {
        return new FieldRef(REGISTRATIONS, column);
    }

    /** @param persons whether the statement counts them too */
    private static Work<Cells> counted(String name, Query.Aggregate query, boolean persons, String sql, Goal goal) {
        return new Work<>(
                name,
                engine -> engine.answer(query, JobControl.NONE),
                (cells, check) -> cells.filled().stream()
                        .filter(cell -> !cell.region().isMargin())
                        .forEach(cell -> check.line(line(cells, cell, persons))),
                sql,
                sql,
                goal);
    }

    /** Labels of the keys, rows, perhaps persons, and amounts: quantiles of one column as a list, as SQL answers them. */
    private static List<Object> line(Cells cells, Cell cell, boolean persons) {
        List<Object> line = new ArrayList<>();
        for (int key = 0; key < cells.keys().size(); key++) {
            line.add(cells.labels(key).get(cell.region().codes().get(key)));
        }
        line.add(cell.rows());
        if (persons) {
            line.add(cell.persons());
        }
        List<Object> quantiles = List.of();
        for (int measure = 0; measure < cells.measures().size(); measure++) {
            double value = cell.amounts().get(measure).value();
            if (cells.measures().get(measure) instanceof Measure.Quantile) {
                quantiles = new ArrayList<>(quantiles);
                quantiles.add(value);
                if (quantiles.size() == QUARTERS.size()) {
                    line.add(quantiles);
                    quantiles = List.of();
                }
            } else {
                line.add(value);
            }
        }
        return line;
    }
}
