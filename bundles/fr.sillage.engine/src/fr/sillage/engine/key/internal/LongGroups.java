package fr.sillage.engine.key.internal;

/**
 * How whole numbers, days or instants fall into groups: by a coarser number, such as the day of an instant, and the
 * group of that. Groups are numbers in the order in which people expect them.
 */
public interface LongGroups {
    /** Whether the coarser number is the value itself. */
    boolean coarseIsValue();

    /** The coarser number. Unless {@link #round} it never falls while the value rises. */
    long coarse(long value);

    /** Where coarser numbers come round again: they are from 0 up to this, exclusive; 0 where they do not. */
    int round();

    /** The group of a coarser number. */
    long group(long coarse);

    String text(long group);
}
