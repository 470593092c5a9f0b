package fr.sillage.ui.internal.analysis;

import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;

/** Says at the head of a page that its analysis is gone, or is here again. */
final class GoneNotice {
    private final Composite place;
    private final Wording wording;
    private final Runnable resized;
    private final Runnable reopen;
    private Optional<Composite> shown = Optional.empty();
    private Optional<Said> said = Optional.empty();

    private record Said(boolean back, boolean readable) {}

    /**
     * @param resized is told when the height has changed
     * @param reopen opens the page anew, with the analysis as it is now
     */
    GoneNotice(Composite parent, Wording wording, Runnable resized, Runnable reopen) {
        this.place = Kit.box(parent, 1, 0);
        this.wording = wording;
        this.resized = resized;
        this.reopen = reopen;
        place.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        clear();
    }

    /**
     * @param back whether the analysis, or another version of it, is here again
     * @param readable whether the page still shows a result
     */
    void say(boolean back, boolean readable) {
        if (said.equals(Optional.of(new Said(back, readable)))) {
            return;
        }
        said = Optional.of(new Said(back, readable));
        if (back) {
            Composite notice = show("info", wording.own("back"));
            TestIds.set(Kit.secondary(notice, wording.own("back.button"), reopen), "analysis.reopen");
        } else {
            Composite notice = show("warning", wording.own(readable ? "vanished" : "vanished.empty"));
            TestIds.set(notice.getChildren()[0], "analysis.vanished");
        }
        resized.run();
    }

    private Composite show(String kind, String sentence) {
        clear();
        Composite notice = Kit.notice(place, kind, sentence);
        notice.setLayoutData(Kit.wide());
        ((GridData) place.getLayoutData()).exclude = false;
        place.setVisible(true);
        shown = Optional.of(notice);
        return notice;
    }

    private void clear() {
        shown.ifPresent(Composite::dispose);
        shown = Optional.empty();
        ((GridData) place.getLayoutData()).exclude = true;
        place.setVisible(false);
    }
}
