package fr.sillage.api.analysis;

import fr.sillage.api.query.Region;
import java.util.Objects;

/** One field of a draft's table. */
public sealed interface Value {
    /** A category of the data, as it stands there: text from outside. */
    record Label(String text) implements Value {
        public Label {
            Objects.requireNonNull(text);
        }
    }

    /** A word of the analysis: machines read the id, people the text {@code term.ID} of its resource bundle. */
    record Term(String id) implements Value {
        public Term {
            Objects.requireNonNull(id);
        }
    }

    record Number(Quantity quantity) implements Value {
        public Number {
            Objects.requireNonNull(quantity);
        }
    }

    /** True once published where the region is hidden. */
    record HiddenFlag(Region region) implements Value {
        public HiddenFlag {
            Objects.requireNonNull(region);
        }
    }
}
