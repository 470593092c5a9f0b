package fr.sillage.cli.internal;

import fr.sillage.api.Values;
import fr.sillage.api.data.RoleId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What the command line was asked for. */
sealed interface Call {
    /** How it is called, and which analyses there are. */
    record Usage() implements Call {}

    /** Which analyses there are. */
    record Listing() implements Call {}

    /** The slots and parameters of an analysis. */
    record Help(String analysis) implements Call {
        public Help {
            Objects.requireNonNull(analysis);
        }
    }

    /**
     * An analysis of files.
     *
     * @param data as typed: {@code FILE} or {@code SLOT=FILE}
     * @param source id of the source; empty where it is to be detected
     * @param roles roles by column
     * @param threshold fewest persons that a cell must hold to be shown
     * @param export file to write besides
     */
    record Run(
            String analysis,
            List<String> data,
            Optional<String> source,
            Map<String, Set<RoleId>> roles,
            Values parameters,
            int threshold,
            boolean json,
            Optional<Path> export)
            implements Call {
        public Run {
            Objects.requireNonNull(analysis);
            data = List.copyOf(data);
            Objects.requireNonNull(source);
            roles = Map.copyOf(roles);
            Objects.requireNonNull(parameters);
            Objects.requireNonNull(export);
        }
    }
}
