package fr.sillage.api.published;

import fr.sillage.api.analysis.Figure;
import fr.sillage.api.seal.PublicationSeal;
import java.util.List;
import java.util.Objects;

/** A result after the publication gate: all that screen, export, API and command line accept. */
public final class Published {
    private final List<PublishedTable> tables;
    private final List<Figure> figures;
    private final List<PublishedFinding> findings;
    private final Provenance provenance;

    private Published(
            List<PublishedTable> tables, List<Figure> figures, List<PublishedFinding> findings, Provenance provenance) {
        this.tables = List.copyOf(tables);
        this.figures = List.copyOf(figures);
        this.findings = List.copyOf(findings);
        this.provenance = Objects.requireNonNull(provenance);
    }

    /** @param seal held by the core's gate alone */
    public static Published seal(
            PublicationSeal seal,
            List<PublishedTable> tables,
            List<Figure> figures,
            List<PublishedFinding> findings,
            Provenance provenance) {
        Objects.requireNonNull(seal);
        return new Published(tables, figures, findings, provenance);
    }

    public List<PublishedTable> tables() {
        return tables;
    }

    /** @throws IllegalArgumentException where there is no such table */
    public PublishedTable table(String id) {
        return tables.stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table " + id));
    }

    public List<Figure> figures() {
        return figures;
    }

    public List<PublishedFinding> findings() {
        return findings;
    }

    public Provenance provenance() {
        return provenance;
    }
}
