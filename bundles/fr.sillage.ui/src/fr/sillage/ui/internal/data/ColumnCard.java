package fr.sillage.ui.internal.data;

import fr.sillage.api.Values;
import fr.sillage.core.imports.Treatment;
import fr.sillage.ui.internal.data.ColumnLine.Part;
import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Kit;
import java.util.List;
import java.util.Optional;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** The selected column: what it holds and what was done to it. */
final class ColumnCard {
    private static final int LEAST_TEXT = 80;
    private static final int LINE = 18;
    private static final int BAR = 70;
    private static final int BAR_HEIGHT = 12;
    private static final String VALUE = "#1F5A8C";
    private static final String OTHER = "#6F8396";

    private final Composite card;
    private final DataWording words;

    ColumnCard(Composite card, DataWording words) {
        this.card = card;
        this.words = words;
        ((GridLayout) card.getLayout()).verticalSpacing = 8;
    }

    void show(ColumnLine line) {
        for (Control child : card.getChildren()) {
            child.dispose();
        }
        text(card, line.field().name(), "section", SWT.WRAP);
        String missing = line.overview().isPresent() ? words.get("card.missing", line.missing(words)) : "";
        text(card, words.get("card.summary", line.sentence(words), missing).strip(), "small", SWT.WRAP);
        parts(line);
        line.treatment().flatMap(this::protection).ifPresent(sentence -> text(card, sentence, "small", SWT.WRAP));
        if (line.missing(words).equals(ColumnLine.HIDDEN)) {
            text(card, words.get("card.hidden"), "small", SWT.WRAP);
        }
        card.layout(true, true);
    }

    private Optional<String> protection(Treatment treatment) {
        Values parameters = treatment.parameters();
        return parameters.get("scheme").map(scheme -> words.get("card.scheme", scheme));
    }

    private void parts(ColumnLine line) {
        List<Part> parts = line.parts(words);
        if (parts.isEmpty()) {
            return;
        }
        Composite area = Kit.box(card, 3, 0);
        ((GridLayout) area.getLayout()).verticalSpacing = 4;
        ((GridLayout) area.getLayout()).horizontalSpacing = 8;
        area.setLayoutData(Kit.wide());
        double largest = parts.stream().mapToDouble(Part::share).max().orElse(1);
        for (Part part : parts) {
            name(area, part.name());
            Label bar = Kit.markup(area, bar(part, largest));
            GridData size = new GridData(SWT.LEFT, SWT.CENTER, false, false);
            size.widthHint = BAR;
            size.heightHint = BAR_HEIGHT;
            bar.setLayoutData(size);
            Label share = Kit.label(area, part.shown(), "small", SWT.RIGHT);
            share.setToolTipText(rows(part, line.step()));
            share.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, false));
        }
        if (line.step() > 1) {
            text(card, words.get("card.rounded", line.step()), "small", SWT.WRAP);
        }
    }

    private static void name(Composite parent, String text) {
        Label name = new Label(parent, SWT.WRAP); // otherwise the line is as long as its text, whatever the room
        name.setData(RWT.MARKUP_ENABLED, Boolean.TRUE);
        name.setData(RWT.CUSTOM_VARIANT, "small");
        name.setText(Html.oneLine(text));
        name.setToolTipText(Html.visible(text));
        wide(name);
        ((GridData) name.getLayoutData()).heightHint = LINE;
    }

    private String rows(Part part, long step) {
        if (step == 1) {
            return words.get("card.rows", part.rows());
        }
        return part.rows() == 0
                ? words.get("card.rows.below", (step + 1) / 2)
                : words.get("card.rows.about", part.rows());
    }

    private static String bar(Part part, double largest) {
        long width = Math.max(1, Math.round(BAR * part.share() / largest));
        return "<span style='"
                + Html.escape("display:inline-block;width:" + width + "px;height:" + BAR_HEIGHT + "px;background:"
                        + (part.value() ? VALUE : OTHER))
                + "'></span>";
    }

    private static Label text(Composite parent, String text, String variant, int style) {
        Label label = Kit.label(parent, text, variant, style);
        wide(label);
        return label;
    }

    private static void wide(Label label) {
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        label.setLayoutData(wide);
    }
}
