package fr.sillage.ui.internal.imports;

import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Kit;
import org.eclipse.swt.widgets.Composite;

/** Where the person is on the way from a file to a data set. */
enum Steps {
    FILE,
    COLUMNS,
    IMPORT;

    /** All steps in a line, this one as the present one. */
    void show(Composite parent, Wording wording) {
        StringBuilder line = new StringBuilder();
        for (Steps step : values()) {
            String name = Html.escape(wording.own("step." + step.name()));
            line.append(step.ordinal() > 0 ? "<span style='padding-left:20px'></span>" : "");
            if (step.ordinal() < ordinal()) {
                line.append(mark("✓", "#1E7B4F", "#E6F4EC")).append(text(name, "#4A5565", "normal"));
            } else if (step == this) {
                line.append(mark(number(step), "#FFFFFF", "#1F5A8C")).append(text(name, "#1F5A8C", "bold"));
            } else {
                line.append(mark(number(step), "#4A5565", "#EEF1F4")).append(text(name, "#4A5565", "normal"));
            }
        }
        Kit.markup(parent, line.toString());
    }

    private static String number(Steps step) {
        return String.valueOf(step.ordinal() + 1);
    }

    private static String mark(String sign, String ink, String ground) {
        return "<span style='display:inline-block;vertical-align:middle;line-height:22px;width:22px;height:22px;border-radius:11px;text-align:center;"
                + "font-size:13px;font-weight:bold;color:" + ink + ";background:" + ground + "'>" + sign + "</span>";
    }

    private static String text(String name, String ink, String weight) {
        return "<span style='padding-left:8px;vertical-align:middle;color:" + ink + ";font-weight:" + weight + "'>"
                + name + "</span>";
    }
}
