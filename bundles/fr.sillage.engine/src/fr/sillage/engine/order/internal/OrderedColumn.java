package fr.sillage.engine.order.internal;

import fr.sillage.engine.SharedCache;
import java.util.List;

/**
 * A column in the order of persons.
 *
 * @param chunks of one class, as the table's own are
 * @param bytes that they take, about
 */
record OrderedColumn<T>(List<T> chunks, long bytes) implements SharedCache.Held {}
