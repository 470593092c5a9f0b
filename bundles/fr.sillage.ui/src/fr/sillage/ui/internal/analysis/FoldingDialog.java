package fr.sillage.ui.internal.analysis;

import fr.sillage.api.data.Field;
import fr.sillage.core.analysis.Selection;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TypedName;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** Which categories of a column count as one, and how that is called. */
final class FoldingDialog extends SelectionDialog {
    private final String slot;
    private final Consumer<Selection.Folding> chosen;
    private Text name;

    FoldingDialog(
            Composite owner,
            Wording wording,
            String slot,
            List<Field> fields,
            Function<String, List<String>> categories,
            Consumer<Selection.Folding> chosen) {
        super(owner, wording, fields, categories);
        this.slot = slot;
        this.chosen = chosen;
    }

    @Override
    protected String key() {
        return "fold";
    }

    @Override
    protected void body(Composite parent, Field field) {
        list(parent, field);
        name = Kit.field(parent, wording.own("fold.name"), SWT.SINGLE);
        name.setText(wording.own("fold.others"));
        Look.identify(name, "fold.name");
    }

    @Override
    protected String accept(Field field) {
        List<String> values = checkedValues();
        if (values.size() < 2) {
            return wording.own("fold.few");
        }
        TypedName typed = TypedName.of(name.getText(), wording.locale());
        typed.fit().ifPresent(fit -> chosen.accept(new Selection.Folding(slot, field.name(), fit, values)));
        return typed.problem();
    }
}
