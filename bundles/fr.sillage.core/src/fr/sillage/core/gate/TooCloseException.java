package fr.sillage.core.gate;

/** A result differs by fewer persons than the threshold from what its reader has seen before. */
public final class TooCloseException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
