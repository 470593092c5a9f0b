package fr.sillage.api.analysis;

import java.util.List;

/** A result before the publication gate: never shown, exported or stored. */
public record Draft(List<Table> tables, List<Figure> figures, List<Finding.Choice> findings) {
    public Draft {
        tables = List.copyOf(tables);
        figures = List.copyOf(figures);
        findings = List.copyOf(findings);
    }
}
