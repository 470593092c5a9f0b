package fr.sillage.ui.internal.imports;

import fr.sillage.ui.kit.Labels;
import fr.sillage.ui.kit.TestIds;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What went wrong with a file, above its step; takes no room while nothing did. */
final class ProblemNotice {
    private final Composite notice;
    private final Label text;

    ProblemNotice(Composite parent) {
        notice = StepLayout.notice(parent, "danger", "");
        TestIds.set(notice, "import.problem");
        text = (Label) notice.getChildren()[0];
        StepLayout.place(notice, false);
    }

    void show(String sentence) {
        text.setText(Labels.plain(sentence));
        StepLayout.place(notice, true);
    }
}
