package fr.sillage.ui.internal.analysis;

import fr.sillage.api.published.Provenance;
import fr.sillage.core.analysis.Selection;
import fr.sillage.core.silo.DataSet;
import java.util.ArrayList;
import java.util.List;

/** Where a result comes from, for the head of a file. */
final class Notes {
    private Notes() {}

    static List<List<String>> of(Provenance provenance, DataSet data, Wording wording) {
        List<List<String>> notes = new ArrayList<>();
        notes.add(List.of(wording.own("export.analysis"), wording.analysisName()));
        provenance
                .data()
                .forEach(origin -> notes.add(List.of(
                        wording.own("export.data"),
                        origin.name(),
                        wording.own("export.import") + " " + origin.version())));
        Selection selection = Selection.of(provenance.parameters());
        selection
                .choices()
                .forEach(choice ->
                        notes.add(List.of(wording.own("export.filter"), wording.choice(choice, data.fields()))));
        selection
                .foldings()
                .forEach(folding -> notes.add(List.of(wording.own("export.fold"), wording.folding(folding))));
        notes.add(List.of(wording.own("export.unit"), wording.own("export.unit." + provenance.unit(), wording.rows())));
        notes.add(List.of(wording.own("export.threshold"), String.valueOf(provenance.threshold())));
        if (!data.attribution().isEmpty()) {
            notes.add(List.of(wording.own("export.source"), data.attribution()));
        }
        return notes;
    }
}
