package fr.sillage.engine.join.internal;

import fr.sillage.engine.filter.internal.RowSet;
import fr.sillage.engine.key.internal.ColumnCodes;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.List;

/**
 * The rows of one slot on their way into cells.
 *
 * @param table the slot's table
 * @param taken rows that the filter takes
 * @param plainAt positions, among all keys, of those that are columns of this table
 * @param plain these columns; of a key with several values in one text the codes of the whole texts
 * @param explosions what each row becomes of many; together with the plain keys they give the codes of all keys that
 *     come from here
 */
public record SlotRows(
        TableChunks table, RowSet taken, int[] plainAt, List<ColumnCodes> plain, List<Explosion> explosions) {}
