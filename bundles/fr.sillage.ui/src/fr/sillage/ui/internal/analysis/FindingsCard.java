package fr.sillage.ui.internal.analysis;

import fr.sillage.api.analysis.Severity;
import fr.sillage.api.published.PublishedFinding;
import fr.sillage.core.text.Texts;
import fr.sillage.figure.ShortLabel;
import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Icons;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What an analysis says in sentences: findings, how sure they are, and what the data do not carry. */
final class FindingsCard {
    /** Characters of a category in a sentence; the table has it in full. */
    private static final int LONGEST = 60;

    private static final int LEAST_WIDTH = 200;

    private FindingsCard() {}

    static Composite create(Composite parent, List<PublishedFinding> findings, Wording wording) {
        Composite card = Look.card(parent, 2);
        GridLayout layout = Look.grid(2, 10);
        layout.verticalSpacing = 4;
        card.setLayout(layout);
        Look.identify(card, "analysis.findings");
        for (Severity severity : Severity.values()) {
            List<PublishedFinding> alike =
                    findings.stream().filter(f -> f.severity() == severity).toList();
            if (!alike.isEmpty()) {
                paragraph(card, severity, alike, wording);
            }
        }
        return card;
    }

    private static void paragraph(Composite card, Severity severity, List<PublishedFinding> findings, Wording wording) {
        Icons.alone(card, icon(severity), wording.own(word(severity)));
        String sentences = findings.stream()
                .map(finding -> markup(wording.sentence(finding)))
                .collect(Collectors.joining(" "));
        // a warning is told by its word too, never by icon and colour alone
        Label text = Look.markup(
                card,
                severity == Severity.WARNING ? Html.escape(wording.own(word(severity))) + " · " + sentences : sentences,
                switch (severity) {
                    case FINDING -> Look.Ink.NORMAL;
                    case UNCERTAINTY -> Look.Ink.SECONDARY;
                    case WARNING -> Look.Ink.WARNING;
                });
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
        wide.widthHint = LEAST_WIDTH;
        text.setLayoutData(wide);
    }

    private static String markup(List<Texts.Run> sentence) {
        return sentence.stream()
                .map(run -> run.category()
                        ? "<b>" + Html.escape(ShortLabel.of(run.text(), LONGEST)) + "</b>"
                        : Html.escape(run.text()))
                .collect(Collectors.joining());
    }

    private static String icon(Severity severity) {
        return switch (severity) {
            case FINDING -> "lightbulb";
            case UNCERTAINTY -> "scale";
            case WARNING -> "triangle-alert";
        };
    }

    private static String word(Severity severity) {
        return switch (severity) {
            case FINDING -> "finding";
            case UNCERTAINTY -> "uncertainty";
            case WARNING -> "warning";
        };
    }
}
