package fr.sillage.api.published;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/** One field of a published table. */
public sealed interface PublishedValue {
    /** A category of the data: text from outside, to be escaped wherever it is shown. */
    record Label(String text) implements PublishedValue {
        public Label {
            Objects.requireNonNull(text);
        }
    }

    /** See {@link fr.sillage.api.analysis.Value.Term}. */
    record Term(String id) implements PublishedValue {
        public Term {
            Objects.requireNonNull(id);
        }
    }

    /** @param value not a number where it is not defined */
    record Number(double value, Precision precision) implements PublishedValue {
        public Number {
            Objects.requireNonNull(precision);
        }

        /** With the digits that are published, and no more; empty where it is not defined. */
        public Optional<BigDecimal> decimal() {
            if (!Double.isFinite(value)) {
                return Optional.empty();
            }
            BigDecimal exact = BigDecimal.valueOf(value);
            return Optional.of(
                    switch (precision.kind()) {
                        case EXACT -> plain(exact.stripTrailingZeros());
                        case SIGNIFICANT -> plain(exact.round(new MathContext(precision.digits())));
                        case DECIMALS -> exact.setScale(precision.digits(), RoundingMode.HALF_EVEN);
                    });
        }

        private static BigDecimal plain(BigDecimal value) {
            return value.scale() < 0 ? value.setScale(0) : value;
        }
    }

    record Flag(boolean set) implements PublishedValue {}

    /** Hidden by the gate, whatever the reason. */
    record Withheld() implements PublishedValue {
        public static final Withheld INSTANCE = new Withheld();
    }
}
