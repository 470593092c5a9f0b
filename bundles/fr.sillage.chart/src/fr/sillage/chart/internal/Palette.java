package fr.sillage.chart.internal;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;

/** {@link fr.sillage.figure.FigureColors} and the size of a figure's texts, for widgets. */
final class Palette {
    private static final int SMALL = 13;

    private Palette() {}

    static Color color(Device device, int rgb) {
        return new Color(device, rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    /** The theme's font in the small size; RAP's font heights are pixels. */
    static Font small(Device device) {
        FontData theme = device.getSystemFont().getFontData()[0];
        return new Font(device, theme.getName(), SMALL, theme.getStyle());
    }
}
