package fr.sillage.benchmark.load;

import java.time.Duration;

/**
 * How people work.
 *
 * @param thought between two acts on average: at least half of it, at most one and a half
 * @param inOrder whether columns are crossed one after the other, else any
 */
record Habit(Duration thought, boolean inOrder) {}
