package fr.sillage.ui.internal.analysis;

import fr.sillage.api.analysis.Figure;
import fr.sillage.api.published.Provenance;
import fr.sillage.api.published.Published;
import fr.sillage.core.analysis.Selection;
import fr.sillage.core.silo.DataSet;
import fr.sillage.figure.Caption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where a result comes from, for the head of a file. */
final class Notes {
    private Notes() {}

    static List<List<String>> of(Published published, DataSet data, Wording wording) {
        Provenance provenance = published.provenance();
        List<List<String>> notes = new ArrayList<>();
        notes.add(List.of(wording.own("export.analysis"), wording.analysisName()));
        provenance
                .data()
                .forEach(origin -> notes.add(List.of(
                        wording.own("export.data"),
                        origin.name(),
                        wording.own("export.import") + " " + origin.version())));
        Selection selection = Selection.of(provenance.parameters());
        selection.choices().forEach(choice -> notes.add(List.of(wording.own("export.filter"), wording.choice(choice))));
        selection
                .foldings()
                .forEach(folding -> notes.add(List.of(wording.own("export.fold"), wording.folding(folding))));
        wording.gathered(published).forEach(sentence -> notes.add(List.of(wording.own("export.gathered"), sentence)));
        notes.add(List.of(wording.own("export.unit"), wording.own("export.unit." + provenance.unit(), wording.rows())));
        notes.add(List.of(wording.own("export.threshold"), String.valueOf(provenance.threshold())));
        if (!data.attribution().isEmpty()) {
            notes.add(List.of(wording.own("export.source"), data.attribution()));
        }
        return notes;
    }

    /** The same, and what is filtered, round a figure in a file. */
    static Caption caption(Published published, Figure figure, String title, DataSet data, Wording wording) {
        Provenance provenance = published.provenance();
        Selection selection = Selection.of(provenance.parameters());
        List<String> facts = new ArrayList<>();
        selection.choices().forEach(choice -> facts.add(named(wording, "export.filter", wording.choice(choice))));
        selection.foldings().forEach(folding -> facts.add(named(wording, "export.fold", wording.folding(folding))));
        facts.addAll(wording.gathered(published));
        List<String> source = new ArrayList<>();
        provenance.data().forEach(origin -> source.add(named(wording, "export.data", origin(origin, data, wording))));
        source.add(named(wording, "export.unit", wording.own("export.unit." + provenance.unit(), wording.rows())));
        source.add(named(wording, "export.threshold", wording.count(provenance.threshold())));
        if (!data.attribution().isEmpty()) {
            source.add(named(wording, "export.source", data.attribution()));
        }
        source.add(wording.own("export.made", wording.day(Instant.now())));
        return new Caption(
                title, facts, wording.figure(figure.id(), provenance.parameters()), String.join(" · ", source));
    }

    /** With its date, where these are still the data of that import. */
    private static String origin(Provenance.Origin origin, DataSet data, Wording wording) {
        String version = String.valueOf(origin.version());
        String rows = wording.count(origin.rows());
        return origin.version() == data.version()
                ? wording.own(
                        "export.origin", origin.name(), version, wording.day(data.imported()), rows, wording.rows())
                : wording.own("export.origin.older", origin.name(), version, rows, wording.rows());
    }

    private static String named(Wording wording, String name, String text) {
        return wording.own("export.named", wording.own(name), text);
    }
}
