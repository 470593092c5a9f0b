package fr.sillage.ui.internal.analysis;

import fr.sillage.api.analysis.Figure;
import fr.sillage.api.published.Published;
import fr.sillage.core.silo.DataSet;
import fr.sillage.figure.CsvExport;
import fr.sillage.figure.FigureExport;
import fr.sillage.figure.FigureOrder;
import fr.sillage.ui.export.Download;
import fr.sillage.ui.kit.Kit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Buttons that put the shown result into files: the figure as an image, all tables for a spreadsheet. */
final class ExportBar {
    private static final Logger LOG = LoggerFactory.getLogger(ExportBar.class);

    private final Composite area;
    private final Wording wording;
    private final Consumer<String> problem;
    private final Button png;
    private final Button svg;
    private final Button csv;
    private Optional<Shown> shown = Optional.empty();

    /**
     * @param data that it is of
     * @param title of the page
     * @param order in which a figure is looked at
     */
    private record Shown(Published published, DataSet data, String title, Function<Figure, FigureOrder> order) {}

    /** @param problem is told in a sentence why no file can be made */
    ExportBar(Composite parent, Wording wording, Consumer<String> problem) {
        this.wording = wording;
        this.problem = problem;
        area = Kit.box(parent, 4, 0);
        area.setLayout(Kit.grid(4, 0, 6));
        area.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
        Look.text(area, wording.own("export"), Look.Ink.SECONDARY);
        png = button("png", () -> image("png", "image/png", FigureExport::png));
        svg = button("svg", () -> image("svg", "image/svg+xml; charset=UTF-8", FigureExport::svg));
        csv = button("csv", this::tables);
    }

    private Button button(String kind, Runnable action) {
        Button button = Look.button(area, wording.own("export." + kind), false, action);
        button.setToolTipText(wording.own("export." + kind + ".hint"));
        button.setEnabled(false);
        Look.identify(button, "analysis.export." + kind);
        return button;
    }

    /** From now on this is what goes into files. */
    void show(Published published, DataSet data, String title, BiFunction<Published, Figure, FigureOrder> order) {
        shown = Optional.of(new Shown(published, data, title, figure -> order.apply(published, figure)));
        boolean figures = !published.figures().isEmpty();
        png.setEnabled(figures);
        svg.setEnabled(figures);
        csv.setEnabled(true);
    }

    private void image(String kind, String type, Function<FigureExport, byte[]> file) {
        shown.ifPresent(result -> {
            for (Figure figure : result.published().figures()) {
                String part = result.published().figures().size() > 1 ? "-" + figure.id() : "";
                try {
                    FigureExport export = new FigureExport(
                            result.published(),
                            figure,
                            result.order().apply(figure),
                            Notes.caption(result.published(), figure, result.title(), result.data(), wording),
                            wording::term,
                            wording.locale());
                    Download.offer(area, name(result, part, kind), type, file.apply(export));
                } catch (RuntimeException | InternalError | LinkageError e) {
                    // a server without any font library cannot measure texts
                    LOG.error("no {} of a figure", kind, e);
                    problem.accept(wording.own("export.failed"));
                }
            }
        });
    }

    private void tables() {
        shown.ifPresent(result -> Download.offer(
                area,
                name(result, "", "csv"),
                "text/csv; charset=UTF-8",
                new CsvExport(wording, wording.locale())
                        .write(result.published().tables(), Notes.of(result.published(), result.data(), wording))));
    }

    private String name(Shown result, String part, String ending) {
        LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneId.systemDefault());
        return String.join("-", result.title(), result.data().name(), today.toString()) + part + "." + ending;
    }
}
