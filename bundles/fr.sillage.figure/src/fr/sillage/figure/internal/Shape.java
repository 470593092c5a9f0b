package fr.sillage.figure.internal;

/** One thing of a scene; places in pixels from the left and the top. Texts are plain: who writes a file escapes them. */
sealed interface Shape {
    /** @param hint what it stands for, in words; empty where it is no part of the data */
    record Box(double x, double y, double width, double height, int rgb, String hint) implements Shape {}

    record Stroke(double x1, double y1, double x2, double y2, int rgb) implements Shape {}

    /**
     * @param x of its start, middle or end
     * @param baseline from the top
     * @param hint the text in full where it is shortened
     */
    record Text(
            double x, double baseline, String text, double size, boolean strong, int rgb, Anchor anchor, String hint)
            implements Shape {}

    /** Which point of a text is given. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
