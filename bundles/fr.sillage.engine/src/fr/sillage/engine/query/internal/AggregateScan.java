package fr.sillage.engine.query.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import fr.sillage.engine.TableReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Answers one {@link Query.Aggregate}: learns what categories there are where the table does not know, counts cell by
 * cell in one pass over the chunks, and derives margins and total from the cells. Used once.
 */
public final class AggregateScan {
    private static final int PAIRS_BETWEEN_CHECKS = 1 << 16;

    private final Query.Aggregate query;
    private final TableReader reader;
    private final ColumnCodes first;
    private final Optional<ColumnCodes> second;
    private final Optional<ColumnCodes> subject;
    private final JobControl job;
    private long visited;

    /**
     * @param keys columns of the query's keys
     * @param subject column that names the person, if there is one
     */
    public AggregateScan(
            Query.Aggregate query, TableReader reader, List<Integer> keys, OptionalInt subject, JobControl job) {
        this.query = query;
        this.reader = reader;
        this.first = codes(keys.getFirst(), true);
        this.second = keys.size() > 1 ? Optional.of(codes(keys.get(1), true)) : Optional.empty();
        this.subject = subject.isPresent() ? Optional.of(codes(subject.getAsInt(), false)) : Optional.empty();
        this.job = job;
    }

    private ColumnCodes codes(int column, boolean labelled) {
        return reader.table().fields().get(column).type().isText()
                ? new TextCodes(reader, column, labelled)
                : new NumberCodes(reader, column);
    }

    public Cells count() {
        List<ColumnCodes> unknown = Stream.of(Optional.of(first), second, subject)
                .flatMap(Optional::stream)
                .filter(column -> !column.known())
                .toList();
        for (int pass = 0; pass < unknown.size(); pass++) {
            for (int chunk = 0; chunk < reader.chunks(); chunk++) {
                step(pass, unknown.size() + 1, chunk);
                unknown.get(pass).learn(chunk);
            }
        }
        CellNumbers numbers = new CellNumbers(first.size(), secondSize());
        Tally cells = numbers.isDense() ? Tally.of(numbers.size(), persons()) : Tally.growing();
        Tally missing = Tally.of(1, persons());
        for (int chunk = 0; chunk < reader.chunks(); chunk++) {
            step(unknown.size(), unknown.size() + 1, chunk);
            scan(chunk, numbers, cells, missing);
        }
        Cells answer = answer(numbers, cells, missing);
        job.progress(1);
        return answer;
    }

    private void step(int pass, int passes, int chunk) {
        job.check();
        job.progress((pass + (double) chunk / reader.chunks()) / passes);
    }

    private void scan(int chunk, CellNumbers numbers, Tally cells, Tally missing) {
        int[] ones = first.codes(chunk);
        int[] others = second.isPresent() ? second.get().codes(chunk) : new int[ones.length];
        int[] persons = subject.isPresent() ? subject.get().codes(chunk) : nobody(ones.length);
        for (int row = 0; row < ones.length; row++) {
            if (ones[row] < 0 || others[row] < 0) {
                missing.add(0, persons[row]);
            } else {
                cells.add(numbers.numberOf(ones[row], others[row]), persons[row]);
            }
        }
    }

    private static int[] nobody(int rows) {
        int[] persons = new int[rows];
        Arrays.fill(persons, Tally.NOBODY);
        return persons;
    }

    private Cells answer(CellNumbers numbers, Tally cells, Tally missing) {
        Tally firsts = Tally.of(first.size(), persons());
        Tally seconds = Tally.of(secondSize(), persons());
        Tally total = Tally.of(1, persons());
        for (int number = 0; number < numbers.size(); number++) {
            firsts.addRows(numbers.firstCode(number), cells, number);
            seconds.addRows(numbers.secondCode(number), cells, number);
            total.addRows(0, cells, number);
        }
        cells.forEachPerson((number, person) -> {
            if (++visited % PAIRS_BETWEEN_CHECKS == 0) {
                job.check();
            }
            firsts.addPerson(numbers.firstCode(number), person);
            seconds.addPerson(numbers.secondCode(number), person);
            total.addPerson(0, person);
        });
        // a category all of whose rows lack the other key has no cell: nothing may be said about it
        Labels rows = first.labels(code -> firsts.rows(code) > 0);
        List<Cell> found = new ArrayList<>();
        if (second.isPresent()) {
            Labels columns = second.get().labels(code -> seconds.rows(code) > 0);
            addAll(
                    found,
                    cells,
                    numbers.size(),
                    number -> Region.of(
                            rows.places()[numbers.firstCode(number)], columns.places()[numbers.secondCode(number)]));
            addAll(found, firsts, first.size(), code -> Region.of(rows.places()[code], Region.ALL));
            addAll(found, seconds, secondSize(), code -> Region.of(Region.ALL, columns.places()[code]));
            addAll(found, total, 1, none -> Region.of(Region.ALL, Region.ALL));
            return cells(List.of(rows.texts(), columns.texts()), found, missing);
        }
        addAll(found, cells, numbers.size(), number -> Region.of(rows.places()[numbers.firstCode(number)]));
        addAll(found, total, 1, none -> Region.of(Region.ALL));
        return cells(List.of(rows.texts()), found, missing);
    }

    private Cells cells(List<List<String>> labels, List<Cell> found, Tally missing) {
        Region none = new Region(Collections.nCopies(labels.size(), Region.MISSING));
        return new Cells(
                query.by(),
                query.unit(),
                labels,
                found,
                subject.isPresent(),
                new Cell(none, missing.rows(0), missing.persons()[0]));
    }

    private static void addAll(List<Cell> found, Tally tally, int groups, IntFunction<Region> region) {
        long[] persons = tally.persons();
        for (int group = 0; group < groups; group++) {
            if (tally.rows(group) > 0) {
                found.add(new Cell(region.apply(group), tally.rows(group), persons[group]));
            }
        }
    }

    private int secondSize() {
        return second.map(ColumnCodes::size).orElse(1);
    }

    private int persons() {
        return subject.map(ColumnCodes::size).orElse(0);
    }
}
