package fr.sillage.figure.internal;

import fr.sillage.figure.Caption;
import fr.sillage.figure.FigureData;
import fr.sillage.figure.FigureTexts;

/** Figures as files. */
public final class Sheets {
    private static final int PNG_SCALE = 2;

    private Sheets() {}

    public static byte[] svg(FigureData data, FigureTexts texts, Caption caption) {
        return SvgFile.write(StackedSharesSheet.draw(data, texts, caption));
    }

    public static byte[] png(FigureData data, FigureTexts texts, Caption caption) {
        return PngFile.write(StackedSharesSheet.draw(data, texts, caption), PNG_SCALE);
    }
}
