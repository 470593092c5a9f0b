package fr.sillage.figure.internal;

import fr.sillage.figure.Caption;
import fr.sillage.figure.FigureColors;
import fr.sillage.figure.FigureData;
import fr.sillage.figure.FigureTexts;
import fr.sillage.figure.ShortLabel;
import fr.sillage.figure.internal.Shape.Anchor;
import java.util.List;

/** Horizontal bars of 100 per cent as on the screen, with all that a reader needs who has nothing but the file. */
final class StackedSharesSheet {
    private static final double SMALL = 13;
    private static final double BAR_STEP = 24;
    private static final double BAR = 17;
    private static final double MOST_NAMES = 240;
    private static final double GAP = 8;
    private static final double SWATCH = 12;
    private static final double AXIS = 26;
    private static final int TICKS = 4;

    private final FigureData data;
    private final FigureTexts texts;
    private final SheetBuilder sheet = new SheetBuilder();

    private StackedSharesSheet(FigureData data, FigureTexts texts) {
        this.data = data;
        this.texts = texts;
    }

    static Scene draw(FigureData data, FigureTexts texts, Caption caption) {
        return new StackedSharesSheet(data, texts).draw(caption);
    }

    private Scene draw(Caption caption) {
        sheet.paragraph(caption.title(), 23, true, FigureColors.INK, 30);
        caption.facts().forEach(fact -> sheet.paragraph(fact, SMALL, false, FigureColors.INK_2, 18));
        sheet.space(16);
        sheet.paragraph(caption.heading(), 16, true, FigureColors.INK, 22);
        sheet.space(GAP);
        legend();
        sheet.space(GAP);
        bars();
        texts.notes(data).forEach(note -> sheet.paragraph(note, SMALL, false, FigureColors.INK_2, 18));
        sheet.space(16);
        sheet.paragraph(caption.source(), SMALL, false, FigureColors.INK_2, 18);
        return sheet.scene(caption.title(), caption.heading());
    }

    private void legend() {
        double x = SheetBuilder.MARGIN;
        for (int i = 0; i < data.series().size(); i++) {
            x = entry(x, data.series().get(i), FigureColors.SERIES.get(i));
        }
        if (data.hides()) {
            entry(x, texts.hidden(), FigureColors.HIDDEN);
        }
        sheet.space(20);
    }

    private double entry(double start, String name, int rgb) {
        String shown = ShortLabel.of(name);
        double width = SWATCH + 6 + sheet.width(shown, SMALL);
        double x = start;
        if (x > SheetBuilder.MARGIN && x + width > SheetBuilder.MARGIN + SheetBuilder.INNER) {
            x = SheetBuilder.MARGIN;
            sheet.space(20);
        }
        double top = sheet.bottom() + 4;
        if (rgb == FigureColors.HIDDEN) {
            sheet.hatched(x, top, SWATCH, SWATCH, "");
        } else {
            sheet.box(x, top, SWATCH, SWATCH, rgb, "");
        }
        sheet.text(x + SWATCH + 6, top + 11, shown, SMALL, FigureColors.INK, Anchor.START, name);
        return x + width + 16;
    }

    private void bars() {
        List<String> names =
                data.bars().stream().map(bar -> ShortLabel.of(bar.category())).toList();
        double widest = names.stream()
                .mapToDouble(name -> sheet.width(name, SMALL))
                .max()
                .orElse(0);
        double left = Math.ceil(SheetBuilder.MARGIN + Math.min(MOST_NAMES, widest) + GAP);
        double width = SheetBuilder.MARGIN + SheetBuilder.INNER - left - 20;
        double top = sheet.bottom();
        double height = data.bars().size() * BAR_STEP;
        for (int tick = 0; tick <= TICKS; tick++) {
            double x = Math.round(left + width * tick / TICKS);
            sheet.line(x, top, x, top + height + 4);
            sheet.text(
                    x,
                    top + height + 18,
                    texts.percent(0).format(100.0 * tick / TICKS),
                    SMALL,
                    FigureColors.INK_2,
                    Anchor.MIDDLE,
                    "");
        }
        for (int i = 0; i < names.size(); i++) {
            double y = Math.floor(top + i * BAR_STEP + (BAR_STEP - BAR) / 2);
            sheet.text(
                    left - GAP,
                    y + 13,
                    sheet.fitting(names.get(i), SMALL, left - GAP - SheetBuilder.MARGIN),
                    SMALL,
                    FigureColors.INK,
                    Anchor.END,
                    data.bars().get(i).category());
            bar(data.bars().get(i), left, y, width);
        }
        sheet.space(height + AXIS);
    }

    private void bar(FigureData.Bar bar, double left, double y, double width) {
        if (!bar.known()) {
            sheet.hatched(left, y, width, BAR, bar.category());
            sheet.box(left + GAP, y, sheet.width(texts.totalHidden(), SMALL) + 12, BAR, FigureColors.HIDDEN, "");
            sheet.text(left + 14, y + 13, texts.totalHidden(), SMALL, FigureColors.INK_2, Anchor.START, "");
            return;
        }
        double x = left;
        for (int i = 0; i < bar.shares().size(); i++) {
            double part = width * bar.shares().get(i) / 100;
            // a gap of one pixel; what is thinner than the gap keeps a trace
            sheet.box(
                    x,
                    y,
                    Math.max(Math.min(part, 0.5), part - 1),
                    BAR,
                    FigureColors.SERIES.get(i),
                    texts.part(
                            bar.category(), data.series().get(i), bar.shares().get(i)));
            x += part;
        }
        if (bar.hidden() > 0) {
            sheet.hatched(
                    x, y, width * bar.hidden() / 100, BAR, texts.part(bar.category(), texts.hidden(), bar.hidden()));
        }
    }
}
