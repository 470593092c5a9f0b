package fr.sillage.engine.rows.internal;

/** Numbers codes from 0 in the order in which they are seen, so that a number tells nothing of its code. */
public final class FirstSeen {
    private final int[] numbers;
    private int size;

    /** @param highest no code is above; codes count from 1 */
    public FirstSeen(int highest) {
        this.numbers = new int[highest + 1];
    }

    /** The same for the same code; of the code 0 each time another one. */
    public int numberOf(int code) {
        if (code == 0) {
            return size++;
        }
        if (numbers[code] == 0) {
            numbers[code] = ++size;
        }
        return numbers[code] - 1;
    }

    /** How many numbers there are. */
    public int size() {
        return size;
    }

    boolean has(int code) {
        return numbers[code] > 0;
    }
}
