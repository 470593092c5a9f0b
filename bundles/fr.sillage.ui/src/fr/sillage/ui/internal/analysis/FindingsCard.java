package fr.sillage.ui.internal.analysis;

import fr.sillage.api.analysis.Severity;
import fr.sillage.api.published.PublishedFinding;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What an analysis says in sentences: findings, how sure they are, and what the data do not carry. */
final class FindingsCard {
    private FindingsCard() {}

    static Composite create(Composite parent, List<PublishedFinding> findings, Wording wording) {
        Composite card = Look.card(parent, 2);
        Look.identify(card, "analysis.findings");
        for (PublishedFinding finding : findings) {
            boolean warning = finding.severity() == Severity.WARNING;
            Icons.label(card, icon(finding.severity()), wording.own(word(finding.severity())));
            String sentence = wording.sentence(finding);
            // a warning is told by its word too, never by icon and colour alone
            Label text = Look.text(
                    card,
                    warning ? wording.own("warning") + " · " + sentence : sentence,
                    finding.severity() == Severity.FINDING
                            ? Look.Ink.NORMAL
                            : warning ? Look.Ink.WARNING : Look.Ink.SECONDARY);
            GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
            wide.widthHint = 200;
            text.setLayoutData(wide);
        }
        return card;
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
