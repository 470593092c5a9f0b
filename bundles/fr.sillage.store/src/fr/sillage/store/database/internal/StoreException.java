package fr.sillage.store.database.internal;

import java.sql.SQLException;

/** A database or its keys cannot be made, opened, read or written. No message in its chain holds a stored value. */
public final class StoreException extends RuntimeException {
    /** SQL state: a value that must be unique is there already. */
    public static final String TAKEN = "23505";

    /** SQL state of a transaction that was taken back because it and another one waited for each other. */
    public static final String DEADLOCK = "40001";

    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(message);
    }

    private StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Keeps kind, SQL state and place of a failure, but not its message: a database quotes values in some of them.
     */
    public static StoreException because(String message, Throwable failure) {
        if (failure instanceof StoreException told) {
            return told;
        }
        StoreException cause = new StoreException(kinds(failure));
        cause.setStackTrace(failure.getStackTrace());
        return new StoreException(message, cause);
    }

    /** Whether a failure or one of its causes has an SQL state. */
    public static boolean hasState(Throwable failure, String state) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException e && inChain(e, state)) {
                return true;
            }
        }
        return false;
    }

    private static boolean inChain(SQLException failure, String state) {
        for (SQLException e = failure; e != null; e = e.getNextException()) {
            if (state.equals(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static String kinds(Throwable failure) {
        StringBuilder kinds = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            kinds.append(kinds.isEmpty() ? "" : " < ").append(t.getClass().getName());
            if (t instanceof SQLException e) {
                kinds.append(" (SQL state ").append(e.getSQLState()).append(')');
            }
        }
        return kinds.toString();
    }
}
