package fr.sillage.chart.internal;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;

/** Colours and font sizes of figures. */
final class Palette {
    static final int INK = 0x1B2430;
    static final int INK_2 = 0x4A5565;
    static final int SURFACE = 0xFFFFFF;
    static final int LINE = 0xE5E9EE;
    static final int HATCH = 0xB8C0CB;
    static final int HIDDEN = 0xEEF1F4;

    private static final int[] SERIES = {0x0B3C5D, 0x3A8FC4, 0x6A3D7C, 0xB8860B, 0x8C2D19, 0x6F8396};
    private static final int SMALL = 13;

    private Palette() {}

    /** @param index of a series, below {@link ChartData#MOST_SERIES} */
    static Color series(Device device, int index) {
        return color(device, SERIES[index]);
    }

    static Color color(Device device, int rgb) {
        return new Color(device, rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    /** The theme's font in the small size; RAP's font heights are pixels. */
    static Font small(Device device) {
        FontData theme = device.getSystemFont().getFontData()[0];
        return new Font(device, theme.getName(), SMALL, theme.getStyle());
    }
}
