package fr.sillage.benchmark.sample;

import fr.sillage.api.data.Column;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Registrations for training as an institute keeps them, made up from a seed: one person for ten rows, 30 académies, 13
 * corps, 25 former functions, 200 modules that are not equally wanted, ten training sessions a module; a comment in
 * every tenth row, one of 50,000 sentences.
 */
public final class Registrations implements Sample {
    private static final List<String> NAMES = List.of(
            "email",
            "academie",
            "corps",
            "fonction",
            "module",
            "session",
            "modalite",
            "date",
            "note",
            "heures",
            "commentaire");

    private static final int BATCH = 1 << 16;
    private static final int ROWS_A_PERSON = 10;
    private static final int MODULES = 200;
    private static final int SENTENCES = 50_000;
    private static final int DAYS = 5 * 365;
    private static final long FIRST_DAY = LocalDate.of(2020, 9, 1).toEpochDay();

    private static final String[] MODES = {"présentiel", "à distance", "hybride"};
    private static final String[] WORDS =
            ("formation contenu rythme exercices formateur salle groupe exemples clair utile dense pratique échanges"
                            + " temps outils supports questions projet élèves classe direction équipe réunion suivi"
                            + " numérique évaluation accueil horaires distance travail parcours besoins attentes")
                    .split(" ");

    private final long rows;
    private final String[] academies = names("Académie", 30);
    private final String[] corps = names("Corps", 13);
    private final String[] functions = names("Fonction", 25);
    private final String[] modules = names("Module de formation", MODULES);
    private final String[] sessions = names("Session", MODULES * 10);
    private final String[] sentences = sentences();

    /** For each of 4096 parts of the wish its module: the first are wanted most. */
    private final int[] wanted = IntStream.range(0, 4096)
            .map(part -> (int) (MODULES * Math.pow(part / 4096.0, 1.7)))
            .toArray();

    public Registrations(long rows) {
        this.rows = rows;
    }

    private static String[] names(String kind, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> kind + " " + i).toArray(String[]::new);
    }

    private static String[] sentences() {
        Random random = new Random(5);
        return IntStream.range(0, SENTENCES)
                .mapToObj(i -> {
                    StringBuilder text = new StringBuilder();
                    for (int word = 0; word < 6 + i % 9; word++) {
                        text.append(word == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
                    }
                    return text.append(" (").append(i).append(").").toString();
                })
                .toArray(String[]::new);
    }

    @Override
    public String name() {
        return "registrations";
    }

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public long rows() {
        return rows;
    }

    public long persons() {
        return Math.max(1, rows / ROWS_A_PERSON);
    }

    /** The person's address. */
    public static String email(long person) {
        return "agent" + person + "@ac.example";
    }

    /** Something of a person, below the bound, that does not change. */
    public static int ofPerson(long person, int what, int bound) {
        long mixed = (person * 31 + what + 1) * 0x9E37_79B9_7F4A_7C15L;
        return (int) Long.remainderUnsigned(mixed ^ mixed >>> 29, bound);
    }

    @Override
    public int batches() {
        return Math.toIntExact((rows + BATCH - 1) / BATCH);
    }

    @Override
    public List<Column> batch(int number) {
        SplittableRandom random = new SplittableRandom(0x51_11A6E + number);
        int size = (int) Math.min(BATCH, rows - (long) number * BATCH);
        String[][] texts = new String[8][size];
        long[] dates = new long[size];
        long[] ratings = new long[size];
        double[] hours = new double[size];
        BitSet unrated = new BitSet(size);
        for (int row = 0; row < size; row++) {
            long person = random.nextLong(persons());
            int module = wanted[random.nextInt(wanted.length)];
            texts[0][row] = email(person);
            texts[1][row] = academies[ofPerson(person, 1, academies.length)];
            texts[2][row] = corps[ofPerson(person, 2, corps.length)];
            texts[3][row] = functions[ofPerson(person, 3, functions.length)];
            texts[4][row] = modules[module];
            texts[5][row] = sessions[module * 10 + random.nextInt(10)];
            texts[6][row] = MODES[Math.min(2, random.nextInt(4))];
            texts[7][row] = random.nextInt(10) == 0 ? sentences[random.nextInt(SENTENCES)] : null;
            dates[row] = FIRST_DAY + random.nextInt(DAYS);
            ratings[row] = 1 + random.nextInt(5);
            unrated.set(row, random.nextInt(5) == 0);
            hours[row] = (1 + random.nextInt(80)) / 2.0;
        }
        List<Column> columns = new java.util.ArrayList<>();
        Arrays.stream(texts).limit(7).map(Column.Texts::new).forEach(columns::add);
        columns.add(new Column.Longs(dates, new BitSet()));
        columns.add(new Column.Longs(ratings, unrated));
        columns.add(new Column.Doubles(hours, new BitSet()));
        columns.add(new Column.Texts(texts[7]));
        return columns;
    }
}
