package fr.sillage.engine.codec.internal;

/** Content that its codec cannot have written. The message names no value. */
public final class MalformedContentException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedContentException(String what) {
        super(what);
    }
}
