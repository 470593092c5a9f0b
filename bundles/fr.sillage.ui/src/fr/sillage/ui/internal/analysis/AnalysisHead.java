package fr.sillage.ui.internal.analysis;

import fr.sillage.api.Values;
import fr.sillage.api.analysis.Figure;
import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.silo.DataSet;
import fr.sillage.figure.FigureOrder;
import fr.sillage.ui.internal.saved.SaveDialog;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Labels;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What stands above an analysis: its title, what it is of, and how to take its result along. */
final class AnalysisHead {
    private final Wording wording;
    private final Label title;
    private final Label subtitle;
    private final Button saving;
    private final Optional<ExportBar> export;
    private String name;

    /**
     * @param data of which nothing is computed yet
     * @param save is told how the person wants to keep the result
     * @param problem is told what went wrong with a file
     */
    AnalysisHead(
            Composite parent,
            CommunityContext community,
            DataSet data,
            Wording wording,
            SaveDialog.Answer save,
            Consumer<String> problem) {
        this.wording = wording;
        Composite head = Look.row(parent, 3);
        Composite names = Look.column(head);
        names.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        name = wording.analysisName();
        title = Look.title(names, name);
        title.setLayoutData(Kit.wide());
        subtitle = Look.text(
                names,
                sourced(
                        wording.own(
                                "subtitle",
                                wording.count(data.rows()),
                                wording.rows(),
                                data.name(),
                                wording.day(data.imported())),
                        data),
                Look.Ink.SMALL);
        subtitle.setLayoutData(Kit.wide());
        saving = Look.button(head, wording.own("save"), false, () -> ask(save));
        Look.identify(saving, "analysis.save");
        saving.setEnabled(false);
        export = community.may(Right.EXPORT_RESULTS)
                ? Optional.of(new ExportBar(head, wording, problem))
                : Optional.empty();
    }

    private void ask(SaveDialog.Answer save) {
        SaveDialog.ask(saving, wording.locale(), name, "", save);
    }

    /** Nothing can be computed any more, so nothing saved. */
    void off() {
        saving.setEnabled(false);
    }

    /**
     * @param data that the result is of
     * @param present version of the data; another one is named
     * @param savable whether it can be computed again
     */
    void show(
            Published published,
            DataSet data,
            int present,
            boolean savable,
            BiFunction<Published, Figure, FigureOrder> order) {
        saving.setEnabled(savable);
        name = titleOf(published.provenance().parameters());
        title.setText(Labels.plain(name));
        int version = published.provenance().data().getFirst().version();
        String imported = version == present
                ? wording.own("subtitle.imported", wording.day(data.imported()))
                : wording.own("subtitle.version", version);
        statistic(published, "persons")
                .ifPresent(persons -> subtitle.setText(Labels.plain(sourced(
                        wording.own(
                                "subtitle.persons",
                                wording.count(statistic(published, "rows").orElse(data.rows())),
                                wording.rows(),
                                wording.count(persons),
                                data.name(),
                                imported),
                        data))));
        export.ifPresent(bar -> bar.show(published, data, name, order));
    }

    /** With the data's source, where it is to be named. */
    private static String sourced(String facts, DataSet data) {
        return data.attribution().isEmpty() ? facts : facts + " · " + data.attribution();
    }

    private String titleOf(Values values) {
        List<String> columns = wording.columns(values);
        return columns.size() == 2
                ? wording.own("title.between", wording.analysisName(), columns.get(0), columns.get(1))
                : wording.analysisName();
    }

    private static OptionalDouble statistic(Published published, String name) {
        return published.tables().stream()
                .filter(table -> table.id().equals("statistics"))
                .flatMap(table -> table.rows().stream())
                .filter(row -> row.getFirst() instanceof PublishedValue.Term term
                        && term.id().equals(name))
                .map(List::getLast)
                .filter(PublishedValue.Number.class::isInstance)
                .map(PublishedValue.Number.class::cast)
                .mapToDouble(PublishedValue.Number::value)
                .filter(Double::isFinite)
                .findFirst();
    }
}
