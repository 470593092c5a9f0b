package fr.sillage.benchmark.engine;

import java.util.List;
import java.util.stream.Collectors;

/** A number that two equal answers share, in whichever order their lines come; of others nearly never. */
final class Check {
    private long sum;

    /** A line of the answer. Numbers count by their value, a list by its elements. */
    void line(List<?> values) {
        text(values.stream().map(Check::text).collect(Collectors.joining("|")));
    }

    private void text(String line) {
        long hash = 0;
        for (int i = 0; i < line.length(); i++) {
            hash = (hash ^ line.charAt(i)) * 0x100_0000_01B3L;
        }
        sum += hash >>> 20;
    }

    private static String text(Object value) {
        return switch (value) {
            case Number number -> Double.toString(number.doubleValue());
            case List<?> list -> list.stream().map(Check::text).collect(Collectors.joining(",", "[", "]"));
            default -> value.toString();
        };
    }

    /** Of all lines so far, such that a decimal holds it. */
    double value() {
        return Long.remainderUnsigned(sum, 1L << 50);
    }
}
