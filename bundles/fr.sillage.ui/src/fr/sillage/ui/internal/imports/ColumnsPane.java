package fr.sillage.ui.internal.imports;

import fr.sillage.api.anonymizer.Groups;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.extension.AnonymizerDescriptor;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.imports.ColumnProfile;
import fr.sillage.core.imports.Treatment;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** The columns with the one at hand beside them, or their first rows before and after, or groups of values. */
final class ColumnsPane {
    /** Who wants to know what a person changed. */
    interface Changes {
        void changed();

        /** The file is to be read again, for a column is read in another way. */
        void reread();
    }

    private static final int SIDE_WIDTH = 250;
    private static final int LEAST = 200;
    private static final int TIGHT = 6;

    private final Wording wording;
    private final PageContext page;
    private final CommunityContext community;
    private final PlanModel model;
    private final Changes changes;
    private final StackLayout stack = new StackLayout();
    private Composite middle;
    private Composite columns;
    private ColumnTable table;
    private ColumnCard card;
    private ScrolledComposite scroll;
    private PreviewPane preview;
    private Optional<Composite> groups = Optional.empty();
    private List<AnonymizerDescriptor> anonymizers;
    private Button toColumns;
    private Button toPreview;

    ColumnsPane(Wording wording, PageContext page, CommunityContext community, PlanModel model, Changes changes) {
        this.wording = wording;
        this.page = page;
        this.community = community;
        this.model = model;
        this.changes = changes;
        this.anonymizers = wording.enabled().anonymizers();
    }

    void show(Composite parent) {
        Composite tabs = Kit.box(parent, 2, 0);
        ((GridLayout) tabs.getLayout()).horizontalSpacing = 4;
        toColumns = Kit.button(tabs, wording.own("tab.columns"), "nav", () -> top(columns));
        toPreview = Kit.button(tabs, wording.own("tab.preview", model.sample().rows()), "nav", this::preview);
        TestIds.set(toColumns, "import.tab.columns");
        TestIds.set(toPreview, "import.tab.preview");
        middle = new Composite(parent, SWT.NONE);
        middle.setLayout(stack);
        middle.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        columns = Kit.box(middle, 2, 0);
        table = new ColumnTable(columns, wording, model, this::select);
        side();
        preview = new PreviewPane(middle, wording, model);
        top(columns);
        select(0);
    }

    private void side() {
        Composite side = Kit.card(columns, 1);
        side.setLayout(Kit.grid(1, 2, 0));
        GridData place = new GridData(SWT.FILL, SWT.FILL, false, true);
        place.widthHint = SIDE_WIDTH;
        place.heightHint = LEAST;
        side.setLayoutData(place);
        scroll = new ScrolledComposite(side, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Composite content = Kit.box(scroll, 1, 14);
        ((GridLayout) content.getLayout()).verticalSpacing = TIGHT;
        scroll.setContent(content);
        scroll.addListener(SWT.Resize, event -> fit());
        card = new ColumnCard(content, wording, page, model, new ColumnCard.Changes() {
            @Override
            public void column(int index) {
                changed(index);
                show(index);
            }

            @Override
            public void typed(int index) {
                changed(index);
                card.refused(index);
            }

            @Override
            public void groups(int index) {
                gather(index);
            }

            @Override
            public void format(int index) {
                model.changed(index);
                table.refresh(index);
                show(index);
                changes.reread();
            }
        });
    }

    private void changed(int index) {
        model.changed(index);
        table.refresh(index);
        changes.changed();
    }

    private void show(int index) {
        card.show(index);
        fit();
    }

    private void fit() {
        scroll.setMinSize(scroll.getContent().computeSize(scroll.getClientArea().width, SWT.DEFAULT));
    }

    private void select(int index) {
        if (index >= 0 && index < model.draft().columns().size()) {
            table.select(index);
            show(index);
        }
    }

    /** After the file was read. */
    void refresh() {
        table.refreshAll();
        select(Math.max(0, table.selection()));
    }

    /** Treatments that came or went are offered or not, without the person's doing anything. */
    void extensionsChanged() {
        List<AnonymizerDescriptor> now = wording.enabled().anonymizers();
        if (!now.equals(anonymizers)) {
            anonymizers = now;
            for (int i = 0; i < model.draft().columns().size(); i++) {
                model.changed(i);
            }
            refresh();
        }
    }

    private void preview() {
        preview.refresh();
        top(preview.control());
    }

    private void top(Composite control) {
        stack.topControl = control;
        toColumns.setData(RWT.CUSTOM_VARIANT, control == columns ? "navSelected" : "nav");
        toPreview.setData(RWT.CUSTOM_VARIANT, control == preview.control() ? "navSelected" : "nav");
        middle.layout(true, true);
    }

    private void gather(int index) {
        groups.ifPresent(Composite::dispose);
        Treatment treatment = model.draft().column(index).treatment();
        Optional<String> parameter = wording.enabled()
                .anonymizer(treatment.anonymizer())
                .flatMap(a -> a.parameters().stream()
                        .filter(p -> p.kind() == ParameterDescriptor.Kind.GROUPS)
                        .map(ParameterDescriptor::name)
                        .findFirst());
        parameter.ifPresent(name -> {
            List<ColumnProfile.Frequency> values =
                    model.profile(index).map(ColumnProfile::frequent).orElse(List.of());
            Groups before = Groups.parse(treatment.parameters().get(name).orElse(""));
            GroupEditor editor = new GroupEditor(
                    wording, values, before, community.community().threshold(), made -> {
                        Treatment now = model.draft().column(index).treatment();
                        model.draft()
                                .treatment(
                                        index,
                                        new Treatment(
                                                now.anonymizer(),
                                                now.parameters().with(name, made.format())));
                        changed(index);
                    });
            Composite shown = editor.show(middle, model.draft().column(index).column(), () -> {
                select(index);
                top(columns);
            });
            groups = Optional.of(shown);
            top(shown);
        });
    }
}
