package fr.sillage.source.csv.internal;

import fr.sillage.api.Message;
import fr.sillage.api.source.SourceException;
import fr.sillage.delimited.Blank;
import fr.sillage.delimited.ColumnNames;
import fr.sillage.delimited.FieldProposer;
import fr.sillage.delimited.Row;
import fr.sillage.delimited.Sample;
import fr.sillage.delimited.ValueFormats;
import java.util.ArrayList;
import java.util.List;

/** The names of the columns: whether the first row holds them, and whether they are fit to be names. */
final class Header {
    /** Longest text, in characters, that passes for a name where nothing else tells; a question may be long. */
    private static final int LONGEST_NAME = 200;

    private Header() {}

    /**
     * Whether the first row of a sample is a header.
     *
     * @param present whether it is
     * @param why by which sign
     */
    record Verdict(boolean present, Message why) {}

    static Verdict judge(Sample sample, FieldProposer proposer) {
        List<String> first = sample.rows().getFirst();
        if (allValues(first)) {
            return new Verdict(false, CsvMessages.of("why.header.values"));
        }
        boolean repeated = false;
        for (int column = 0; column < first.size(); column++) {
            List<String> below = sample.below(column);
            boolean valueAbove = Blank.is(first.get(column)) || ValueFormats.isValue(first.get(column));
            if (!valueAbove && !below.isEmpty() && below.stream().allMatch(ValueFormats::isValue)) {
                return new Verdict(true, CsvMessages.of("why.header.types", column + 1));
            }
            repeated |= below.contains(first.get(column));
        }
        long known = first.stream().filter(name -> proposer.knows(name)).count();
        boolean mostlyKnown = known * 2 >= first.size();
        if (!mostlyKnown && (repeated || first.stream().anyMatch(Header::noName))) {
            return new Verdict(false, CsvMessages.of("why.header.repeated"));
        }
        if (known > 0) {
            return new Verdict(true, CsvMessages.of("why.header.names", known));
        }
        return new Verdict(true, CsvMessages.of("why.header.assumed"));
    }

    /** Names for columns that have none: C1, C2, ... */
    static List<String> generated(int count) {
        List<String> names = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            names.add("C" + i);
        }
        return names;
    }

    /**
     * The names in a header.
     *
     * @throws SourceException where a cell is empty, two are the same or all are values
     */
    static List<String> names(Row row) throws SourceException {
        if (!row.misquoted() && allValues(row.cells())) {
            throw new SourceException(CsvMessages.of("refused.header.values"), row.line());
        }
        return ColumnNames.of(row);
    }

    private static boolean noName(String cell) {
        return Blank.is(cell) || cell.length() > LONGEST_NAME || ValueFormats.isValue(cell);
    }

    private static boolean allValues(List<String> cells) {
        List<String> filled = cells.stream().filter(cell -> !Blank.is(cell)).toList();
        return filled.stream().allMatch(ValueFormats::isValue);
    }
}
