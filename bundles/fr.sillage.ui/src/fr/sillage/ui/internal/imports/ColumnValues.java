package fr.sillage.ui.internal.imports;

import fr.sillage.api.data.Privacy;
import fr.sillage.core.imports.ColumnProfile;
import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Kit;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;

/** What a file holds in one column. */
final class ColumnValues {
    private static final int MOST_VALUES = 6;
    private static final int LEAST_TEXT = 80;
    private static final int BAR_WIDTH = 60;
    private static final int BAR_HEIGHT = 12;

    private final Composite card;
    private final Wording wording;

    ColumnValues(Composite card, Wording wording) {
        this.card = card;
        this.wording = wording;
    }

    /** How many values there are, and how many rows have none. */
    void summary(ColumnProfile profile) {
        String distinct = profile.distinct() >= ColumnProfile.MOST_DISTINCT
                ? wording.own("profile.many", wording.number(ColumnProfile.MOST_DISTINCT))
                : wording.own("profile.distinct", profile.distinct());
        line(
                card,
                wording.own("profile.summary", distinct, wording.own("profile.missing", profile.missing())),
                "small",
                SWT.WRAP);
        if (profile.unreadable() > 0) {
            line(card, wording.own("profile.unreadable", profile.unreadable()), "error", SWT.WRAP);
        }
    }

    /** Those of a direct identifier are not shown. */
    void frequent(ColumnProfile profile, Privacy privacy) {
        if (privacy == Privacy.DIRECT_IDENTIFIER) {
            line(card, wording.own("profile.masked"), "small", SWT.WRAP);
            return;
        }
        Composite values = Kit.box(card, 3, 0);
        ((GridLayout) values.getLayout()).verticalSpacing = 2;
        values.setLayoutData(Kit.wide());
        profile.frequent().stream().limit(MOST_VALUES).forEach(f -> value(values, f, profile.rows()));
    }

    private void value(Composite values, ColumnProfile.Frequency frequency, long rows) {
        double share = rows > 0 ? (double) frequency.count() / rows : 0;
        Label text = line(values, frequency.value(), "small", SWT.NONE);
        text.setToolTipText(Html.visible(frequency.value()));
        ProgressBar bar = new ProgressBar(values, SWT.HORIZONTAL);
        bar.setMaximum(1000);
        bar.setSelection((int) Math.round(Math.min(1, share) * 1000));
        bar.setToolTipText(wording.percent(share));
        GridData size = new GridData(SWT.RIGHT, SWT.CENTER, false, false);
        size.widthHint = BAR_WIDTH;
        size.heightHint = BAR_HEIGHT;
        bar.setLayoutData(size);
        Kit.label(values, wording.number(frequency.count()), "small", SWT.RIGHT)
                .setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, false));
    }

    static Label line(Composite parent, String text, String variant, int style) {
        Label label = Kit.label(parent, text, variant, style);
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        label.setLayoutData(wide);
        return label;
    }
}
