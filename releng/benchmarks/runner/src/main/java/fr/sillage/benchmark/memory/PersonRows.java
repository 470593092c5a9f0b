package fr.sillage.benchmark.memory;

import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Region;
import fr.sillage.benchmark.sample.Registrations;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Rows of so many persons, six columns each, and what a crossing of region and module must find in them.
 *
 * @param rows how many
 * @param persons how many different ones, evenly
 */
record PersonRows(long rows, int persons) {
    private static final int REGIONS = 30;
    private static final int MODULES = 200;
    private static final String[] DAYS = IntStream.range(0, 1_000)
            .mapToObj(day -> LocalDate.of(2022, 9, 1).plusDays(day).toString())
            .toArray(String[]::new);

    GeneratedFile file() {
        return new GeneratedFile("email,region,module,modalite,date,note", rows, this::write);
    }

    private int person(long row) {
        return (int) (mixed(row) % persons);
    }

    private static int region(int person) {
        return Registrations.ofPerson(person, 1, REGIONS);
    }

    private static int module(long row) {
        return (int) (mixed(row ^ 0x5555) % MODULES);
    }

    private static long mixed(long row) {
        long mixed = (row + 1) * 0x9E37_79B9_7F4A_7C15L;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8_FEB8_6659_FD93L;
        return (mixed ^ mixed >>> 32) & Long.MAX_VALUE;
    }

    private void write(long row, StringBuilder out) {
        int person = person(row);
        out.append(Registrations.email(person)).append(",Region ").append(region(person));
        out.append(",Module ").append(module(row)).append(row % 3 == 0 ? ",distance," : ",presence,");
        out.append(DAYS[(int) (mixed(row ^ 0xAAAA) % DAYS.length)]).append(',').append(row % 5 + 1);
    }

    /** @throws IllegalStateException where the cells hold other numbers */
    void check(Cells cells) {
        long[][] rowsOf = new long[REGIONS][MODULES];
        BitSet[] personsOf = IntStream.range(0, REGIONS * MODULES)
                .mapToObj(i -> new BitSet())
                .toArray(BitSet[]::new);
        int[] ofRegion = new int[REGIONS];
        int[] place = new int[persons];
        for (int person = 0; person < persons; person++) {
            place[person] = ofRegion[region(person)]++;
        }
        for (long row = 0; row < rows; row++) {
            int person = person(row);
            rowsOf[region(person)][module(row)]++;
            personsOf[region(person) * MODULES + module(row)].set(place[person]);
        }
        int seen = 0;
        for (Cell cell : cells.filled()) {
            Region region = cell.region();
            if (!region.isMargin()) {
                int r = number(cells.labels(0).get(region.codes().get(0)));
                int m = number(cells.labels(1).get(region.codes().get(1)));
                if (cell.rows() != rowsOf[r][m] || cell.persons() != personsOf[r * MODULES + m].cardinality()) {
                    throw new IllegalStateException("other numbers than were generated");
                }
                seen++;
            }
        }
        long filled = IntStream.range(0, REGIONS * MODULES)
                .filter(i -> rowsOf[i / MODULES][i % MODULES] > 0)
                .count();
        if (seen != filled) {
            throw new IllegalStateException(seen + " cells instead of " + filled);
        }
    }

    private static int number(String label) {
        return Integer.parseInt(label.substring(label.indexOf(' ') + 1));
    }
}
