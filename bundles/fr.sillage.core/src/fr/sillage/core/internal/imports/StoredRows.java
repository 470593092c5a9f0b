package fr.sillage.core.internal.imports;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.engine.StoredTable;
import fr.sillage.engine.TableReader;
import fr.sillage.engine.TableWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows that are stored already, on their way into a further version. */
final class StoredRows {
    private final StoredTable table;
    private final TableReader reader;

    StoredRows(StoredTable table) {
        this.table = table;
        this.reader = new TableReader(table);
    }

    /** @param target its columns are those of the table, in their order */
    void copy(TableWriter target, JobControl job) {
        for (int chunk = 0; chunk < reader.chunks(); chunk++) {
            job.check();
            List<Column> columns = new ArrayList<>();
            for (int column = 0; column < table.fields().size(); column++) {
                columns.add(column(column, chunk));
            }
            target.append(columns);
        }
    }

    private Column column(int index, int chunk) {
        Field field = table.fields().get(index);
        return switch (field.type()) {
            case CATEGORY, TEXT -> texts(index, chunk);
            case DECIMAL -> reader.doubles(index, chunk);
            case INTEGER, DATE, TIMESTAMP -> reader.longs(index, chunk);
        };
    }

    private Column texts(int index, int chunk) {
        int[] codes = reader.codes(index, chunk);
        List<String> dictionary = reader.dictionary(index);
        String[] texts = new String[codes.length];
        for (int row = 0; row < codes.length; row++) {
            texts[row] = codes[row] == 0 ? null : dictionary.get(codes[row] - 1);
        }
        return new Column.Texts(texts);
    }
}
