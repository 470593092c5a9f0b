package fr.sillage.engine;

import static fr.sillage.engine.TestTable.field;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Random tables: one with a column of each type, one with several choices, and one that may name the person; two that
 * can be linked with it.
 *
 * @param categories about how many different values a column has
 */
record RandomData(TestTable table, TestTable other, TestTable third, int categories) {
    static final long FIRST_DAY = 16_000;
    static final long MICROS_OF_DAY = 86_400_000_000L;

    /** @param categories about how many different values a column has */
    static RandomData of(Random random, int rows, int categories) {
        Type subject = random.nextBoolean() ? Type.TEXT : Type.INTEGER;
        List<Field> fields = new ArrayList<>(List.of(
                field("region", Type.CATEGORY),
                field("answer", Type.TEXT),
                field("credits", Type.INTEGER),
                field("mark", Type.DECIMAL),
                field("day", Type.DATE),
                field("moment", Type.TIMESTAMP),
                field("ticked", Type.CATEGORY),
                field("fine", Type.DECIMAL)));
        boolean named = random.nextInt(4) > 0;
        fields.add(named ? field("person", subject, RoleId.SUBJECT) : field("person", subject));
        int people = 1 + random.nextInt(rows);
        IntFunction<Object> person = n -> subject == Type.TEXT ? "p" + n % people : (Object) (long) (n % people);
        TestTable table = new TestTable(
                fields,
                List.of(
                        column(random, rows, n -> "region " + n % categories),
                        column(random, rows, n -> "" + n % categories),
                        column(random, rows, n -> (long) n % categories - 3),
                        column(random, rows, n -> (n % categories) / 4.0 - 1),
                        column(random, rows, n -> day(n, categories)),
                        column(random, rows, n -> MICROS_OF_DAY * day(n, categories) + 1_234_567_891L * (n % 70)),
                        column(random, rows, n -> ticked(n, categories)),
                        column(random, rows, n -> (n - 500_000) / 1024.0),
                        column(random, rows, person)));
        return new RandomData(table, other(random, person, people, categories), third(random), categories);
    }

    /** The tables by the slots that they fill. */
    Map<String, TestTable> slots() {
        return Map.of(RandomQueries.SLOT, table, RandomQueries.OTHER, other, RandomQueries.THIRD, third);
    }

    private static String ticked(int n, int categories) {
        String first = n % 3 == 0 ? "" : "choice " + n % 5;
        String second = n % 7 < 3 ? "" : ";choice " + n / 5 % Math.min(7, categories);
        return first + second + (n % 11 == 0 ? "; ;" + first : "");
    }

    private static TestTable other(Random random, IntFunction<Object> person, int people, int categories) {
        Type key = person.apply(0) instanceof String ? Type.CATEGORY : Type.INTEGER;
        int rows = random.nextInt(40);
        return new TestTable(
                List.of(
                        random.nextBoolean() ? field("whom", key, RoleId.SUBJECT) : field("whom", key),
                        field("number", Type.INTEGER),
                        field("kind", Type.TEXT),
                        field("place", Type.CATEGORY)),
                List.of(
                        column(random, rows, n -> person.apply(n % (people + 3))),
                        column(random, rows, n -> (long) n % categories - 4),
                        column(random, rows, n -> "kind " + n % 4),
                        column(random, rows, n -> "region " + n % (categories + 2))));
    }

    private static TestTable third(Random random) {
        int rows = random.nextInt(8);
        return new TestTable(
                List.of(field("kind", Type.CATEGORY), field("weight", Type.DECIMAL)),
                List.of(column(random, rows, n -> "kind " + n % 5), column(random, rows, n -> n % 3 / 2.0)));
    }

    private static long day(int n, int categories) {
        return FIRST_DAY + n % categories * 37L;
    }

    private static List<Object> column(Random random, int rows, IntFunction<Object> value) {
        int missing = random.nextInt(3) * 5;
        List<Object> values = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            int number = random.nextInt(1 << 20);
            values.add(random.nextInt(100) < missing ? null : value.apply(number));
        }
        return values;
    }
}
