package fr.sillage.ui.internal.shell;

import fr.sillage.ui.kit.Icons;
import fr.sillage.ui.kit.Kit;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Mark and name of the product, large, above a form. */
final class Brand {
    private static final int SIZE = 34;

    private Brand() {}

    static void create(Composite parent) {
        Composite line = Kit.box(parent, 2, 0);
        Label mark = Kit.markup(line, Icons.image("logo", Icons.PRIMARY, SIZE));
        GridData place = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
        place.widthHint = SIZE;
        place.heightHint = SIZE + 4;
        mark.setLayoutData(place);
        Label name = new Label(line, SWT.NONE);
        name.setData(RWT.CUSTOM_VARIANT, "brandLarge");
        name.setText("Sillage");
    }
}
