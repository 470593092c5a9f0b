package fr.sillage.engine.query.internal;

/** Numbers the combinations of two keys' codes from 0: all of them where they are few, else those that occur. */
final class CellNumbers {
    /** Most combinations that are counted in an array of all. */
    static final long MOST_DENSE = 4_000_000;

    private final int second;
    private final long all;
    private final LongCodes sparse = new LongCodes();

    /** @param second how many codes the second key has; 1 where there is none */
    CellNumbers(int first, int second) {
        this.second = Math.max(second, 1);
        this.all = (long) first * second;
    }

    boolean isDense() {
        return all <= MOST_DENSE;
    }

    /** How many numbers there are so far. */
    int size() {
        return isDense() ? (int) all : sparse.size();
    }

    int numberOf(int firstCode, int secondCode) {
        long cell = (long) firstCode * second + secondCode;
        return isDense() ? (int) cell : sparse.codeOf(cell);
    }

    int firstCode(int number) {
        return (int) (cell(number) / second);
    }

    int secondCode(int number) {
        return (int) (cell(number) % second);
    }

    private long cell(int number) {
        return isDense() ? number : sparse.valueOf(number);
    }
}
