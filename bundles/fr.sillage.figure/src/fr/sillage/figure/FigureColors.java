package fr.sillage.figure;

import java.util.List;

/** The colours of figures and of the tables beside them, as RGB; on screen, in exports, nowhere else. */
public final class FigureColors {
    public static final int INK = 0x1B2430;
    public static final int INK_2 = 0x4A5565;
    public static final int SURFACE = 0xFFFFFF;
    public static final int LINE = 0xE5E9EE;
    /** Lines of the hatching that says "hidden", and the ground under them. */
    public static final int HATCH = 0xB8C0CB;

    public static final int HIDDEN = 0xEEF1F4;

    /** In this order: dark and light alternate, so that neighbours differ without colour. */
    public static final List<Integer> SERIES = List.of(0x0B3C5D, 0x3A8FC4, 0x6A3D7C, 0xB8860B, 0x8C2D19, 0x6F8396);

    /** Grounds of fields that are more or less often there than expected; a sign stands beside them. */
    public static final int MORE = 0xCFE1F2;

    public static final int MUCH_MORE = 0x9CC3E4;
    public static final int LESS = 0xF6D9D2;
    public static final int MUCH_LESS = 0xEDB3A5;

    private FigureColors() {}
}
