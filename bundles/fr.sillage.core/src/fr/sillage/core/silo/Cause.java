package fr.sillage.core.silo;

/** Why something failed, however deep it lies. */
final class Cause {
    private Cause() {}

    static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (kind.isInstance(t)) {
                return true;
            }
        }
        return false;
    }
}
