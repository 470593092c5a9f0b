package fr.sillage.core.text;

import java.util.Objects;

/** Something is wrong with a name. Does not repeat it. */
public final class RefusedNameException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final Names.Fault fault;

    public RefusedNameException(Names.Fault fault) {
        super("name refused: " + Objects.requireNonNull(fault));
        this.fault = fault;
    }

    public Names.Fault fault() {
        return fault;
    }
}
