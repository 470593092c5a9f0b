package fr.sillage.cli.internal;

import java.util.Objects;

/** Why a call ends without a result: one line for people, and the exit code. */
final class Failure extends Exception {
    static final int BAD_DATA = 1;
    static final int WRONG_CALL = 2;

    private static final long serialVersionUID = 1L;

    private final int code;
    private final String line;

    /** @param line without a value of the data */
    Failure(int code, String line) {
        super("exit " + code);
        this.code = code;
        this.line = Objects.requireNonNull(line);
    }

    int code() {
        return code;
    }

    String line() {
        return line;
    }
}
