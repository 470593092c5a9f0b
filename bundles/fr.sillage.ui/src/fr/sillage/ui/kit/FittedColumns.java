package fr.sillage.ui.kit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;

/** Columns that share a table's width, so that it never has to be scrolled sideways. */
public final class FittedColumns {
    private FittedColumns() {}

    /** @param shares one for each column: what it gets of the width, relative to the others */
    public static void fit(Table table, int... shares) {
        table.addListener(SWT.Resize, event -> spread(table, shares));
        spread(table, shares);
    }

    private static void spread(Table table, int... shares) {
        int all = 0;
        for (int share : shares) {
            all += share;
        }
        int left = table.getClientArea().width;
        if (left <= 0) {
            return;
        }
        int width = left;
        for (int i = 0; i < shares.length; i++) {
            int own = i == shares.length - 1 ? left : width * shares[i] / all;
            table.getColumn(i).setWidth(own);
            left -= own;
        }
    }
}
