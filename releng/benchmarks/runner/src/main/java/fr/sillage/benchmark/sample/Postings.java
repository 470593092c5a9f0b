package fr.sillage.benchmark.sample;

import fr.sillage.api.data.Column;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Where the persons of {@link Registrations} work, as a second list knows it: one posting for most of them, two for one
 * in seven, none for one in ten, in no order; and some people who never registered for anything.
 */
public final class Postings implements Sample {
    private static final List<String> NAMES = List.of("email", "etablissement", "discipline", "anciennete");
    private static final int ROWS_A_BATCH = 1 << 16;
    private static final int SCHOOLS = 8;
    private static final int SUBJECTS = 40;
    private static final int YEARS = 40;
    private static final int NONE_OF_TEN = 1;
    private static final int TWICE_OF_SEVEN = 1;

    private final long[] persons;

    /** @param registrations whose persons they are */
    public Postings(Registrations registrations) {
        SplittableRandom random = new SplittableRandom(0xAFFEC);
        long[] found = new long[Math.toIntExact(2 * registrations.persons() + 2)];
        int size = 0;
        long known = registrations.persons();
        for (long person = 0; person < known + known / 20; person++) {
            boolean listed = random.nextInt(10) >= NONE_OF_TEN;
            for (int times = listed ? random.nextInt(7) < TWICE_OF_SEVEN ? 2 : 1 : 0; times > 0; times--) {
                found[size++] = person;
            }
        }
        for (int left = size; left > 1; left--) {
            int chosen = random.nextInt(left);
            long person = found[chosen];
            found[chosen] = found[left - 1];
            found[left - 1] = person;
        }
        persons = Arrays.copyOf(found, size);
    }

    @Override
    public String name() {
        return "postings";
    }

    @Override
    public long rows() {
        return persons.length;
    }

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public int batches() {
        return (persons.length + ROWS_A_BATCH - 1) / ROWS_A_BATCH;
    }

    @Override
    public List<Column> batch(int number) {
        SplittableRandom random = new SplittableRandom(0xAFFEC + 1L + number);
        int from = number * ROWS_A_BATCH;
        int size = Math.min(ROWS_A_BATCH, persons.length - from);
        String[][] texts = new String[3][size];
        long[] years = new long[size];
        for (int row = 0; row < size; row++) {
            texts[0][row] = Registrations.email(persons[from + row]);
            texts[1][row] = "Établissement de type " + (1 + random.nextInt(SCHOOLS));
            texts[2][row] = "Discipline " + (1 + random.nextInt(SUBJECTS));
            years[row] = random.nextInt(YEARS);
        }
        return List.of(
                new Column.Texts(texts[0]),
                new Column.Texts(texts[1]),
                new Column.Texts(texts[2]),
                new Column.Longs(years, new BitSet()));
    }
}
