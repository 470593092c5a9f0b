package fr.sillage.engine.rows.internal;

import java.security.SecureRandom;
import java.util.SplittableRandom;

/** Puts things into an order that tells nothing. */
public final class Shuffle {
    private Shuffle() {}

    /** The numbers from 0 up to the size, exclusive, shuffled. */
    public static int[] numbers(int size) {
        int[] numbers = new int[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = i;
        }
        shuffle(numbers);
        return numbers;
    }

    /** Every order is as likely as any other: Fisher and Yates (Knuth, The Art of Computer Programming 2, 3.4.2). */
    static void shuffle(int[] numbers) {
        // seeded anew each time, from a source that nobody can foresee
        SplittableRandom random = new SplittableRandom(new SecureRandom().nextLong());
        for (int left = numbers.length; left > 1; left--) {
            int chosen = random.nextInt(left);
            int number = numbers[chosen];
            numbers[chosen] = numbers[left - 1];
            numbers[left - 1] = number;
        }
    }
}
