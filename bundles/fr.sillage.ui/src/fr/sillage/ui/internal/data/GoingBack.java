package fr.sillage.ui.internal.data;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.Imports;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.core.text.Texts;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Question;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;

/** Goes back to a version that is kept: the one that is selected in the list of imports. */
final class GoingBack {
    private static final int LEAST = 200;

    private final PageContext page;
    private final DataWording words;
    private final CommunityContext community;
    private final DataSet present;
    private final List<DataSet> kept;
    private final List<ImportRecord> imports;
    private Button button;
    private Composite told;

    /**
     * @param kept versions before the present one
     * @param imports of the data set, in the order of the list
     */
    GoingBack(
            PageContext page,
            DataWording words,
            CommunityContext community,
            DataSet present,
            List<DataSet> kept,
            List<ImportRecord> imports) {
        this.page = page;
        this.words = words;
        this.community = community;
        this.present = present;
        this.kept = kept;
        this.imports = imports;
    }

    /** The version that an import made, where it can be gone back to. */
    Optional<DataSet> version(ImportRecord done) {
        return kept.stream()
                .filter(version -> done.undone().isEmpty() && version.version() == done.version())
                .findFirst();
    }

    /** @param list of the imports, above */
    void show(Composite parent, Table list) {
        if (kept.isEmpty()) {
            return;
        }
        boolean may = community.may(Right.DELETE_DATA);
        Composite foot = Kit.box(parent, may ? 2 : 1, 0);
        foot.setLayoutData(Kit.wide());
        GridData wide = Kit.wide();
        wide.widthHint = LEAST;
        Kit.label(
                        foot,
                        words.get("back.kept", SiloTransaction.KEPT_VERSIONS)
                                + (may ? "" : " " + words.get("back.who")),
                        "small",
                        SWT.WRAP)
                .setLayoutData(wide);
        if (may) {
            button = Kit.secondary(foot, words.get("back.none"), () -> ask(list));
            TestIds.set(button, "data.back");
            list.addListener(SWT.Selection, event -> refresh(list));
            refresh(list);
        }
        told = Kit.box(parent, 1, 0);
        told.setLayoutData(Kit.wide());
    }

    private Optional<DataSet> selected(Table list) {
        return list.getSelectionIndex() < 0 ? Optional.empty() : version(imports.get(list.getSelectionIndex()));
    }

    private void refresh(Table list) {
        Optional<DataSet> version = selected(list);
        button.setText(version.map(v -> words.get("back", v.version())).orElseGet(() -> words.get("back.none")));
        button.setEnabled(version.isPresent());
        button.getParent().layout(true, true);
    }

    private void ask(Table list) {
        selected(list)
                .ifPresent(version -> Question.ask(
                        button,
                        words.get("back.title", version.version()),
                        words.get("back.text", later(version), present.rows(), version.rows()),
                        words.get("back", version.version()),
                        words.get("back.renounce"),
                        () -> goBack(version)));
    }

    private long later(DataSet version) {
        return imports.stream()
                .filter(done -> done.undone().isEmpty() && done.version() > version.version())
                .count();
    }

    private void goBack(DataSet version) {
        try {
            page.service(Imports.class).rollBack(community, version);
            page.open("data", version.id().value().toString());
        } catch (ImportException e) {
            Kit.notice(told, "danger", page.service(Texts.class).text(e.reason(), words.locale()))
                    .setLayoutData(Kit.wide());
            told.getParent().layout(true, true);
        }
    }
}
