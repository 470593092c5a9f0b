package fr.sillage.engine.sql;

import fr.sillage.api.data.Field;
import java.util.List;

/**
 * A table of a database that fills a slot: texts as {@code VARCHAR}, whole numbers as {@code BIGINT}, decimals as
 * {@code DOUBLE PRECISION}, dates and time stamps (without a zone) as what they are.
 *
 * @param name of the table, as it is, without quotes
 * @param fields what its columns are
 * @param columns their names in the database, one for each field
 */
public record SqlTable(String name, List<Field> fields, List<String> columns) {
    public SqlTable {
        fields = List.copyOf(fields);
        columns = List.copyOf(columns);
        if (fields.size() != columns.size()) {
            throw new IllegalArgumentException(fields.size() + " fields, " + columns.size() + " columns");
        }
    }
}
