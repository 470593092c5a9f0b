package fr.sillage.figure;

import java.util.ArrayList;
import java.util.List;

/** Diagonal lines that say "hidden". */
public final class Hatching {
    private static final int STEP = 6;

    /** A line from one edge of the area to another. */
    public record Line(int x1, int y1, int x2, int y2) {}

    private Hatching() {}

    /** Rising lines within the area, in pixels: not every drawing surface can clip. */
    public static List<Line> lines(int x, int y, int width, int height) {
        List<Line> lines = new ArrayList<>();
        int right = x + width - 1;
        int bottom = y + height - 1;
        for (int sum = x + y + STEP / 2; sum < right + bottom; sum += STEP) {
            int low = Math.min(bottom, sum - x);
            int high = Math.max(y, sum - right);
            if (low > high) {
                lines.add(new Line(sum - low, low, sum - high, high));
            }
        }
        return lines;
    }
}
