package fr.sillage.engine.join.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Type;
import fr.sillage.engine.key.internal.ColumnCodes;
import fr.sillage.engine.key.internal.LongGroupCodes;
import fr.sillage.engine.key.internal.PersonCodes;
import fr.sillage.engine.key.internal.PlainGroups;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.Arrays;

/** Both columns of a link under one code, which counts from 1; 0 where the value is missing or the other lacks it. */
public final class LinkCodes {
    private final ColumnCodes from;
    private final ColumnCodes to;

    /** For each code of {@link #from} that of {@link #to}. */
    private final int[] map;

    private LinkCodes(ColumnCodes from, ColumnCodes to, int[] map) {
        this.from = from;
        this.to = to;
        this.map = map;
    }

    /** @throws IllegalArgumentException where columns of these types are of different kinds, or of decimals */
    public static void requireLinked(Type type, Type other) {
        boolean texts = type.isText() && other.isText();
        if (!texts && (type != other || type == Type.DECIMAL)) {
            throw new IllegalArgumentException("a " + type + " linked with a " + other);
        }
    }

    /** @throws IllegalArgumentException where the columns are of different kinds, or of decimals */
    static LinkCodes of(TableChunks from, int fromColumn, TableChunks to, int toColumn, JobControl job) {
        Type type = from.table().fields().get(fromColumn).type();
        Type other = to.table().fields().get(toColumn).type();
        if (type.isText() && other.isText()) {
            return new LinkCodes(
                    new PersonCodes(from, fromColumn),
                    new PersonCodes(to, toColumn),
                    CodeMap.between(from, fromColumn, to, toColumn).codes());
        }
        requireLinked(type, other);
        LongGroupCodes one = new LongGroupCodes(from, fromColumn, new PlainGroups(type));
        LongGroupCodes two = new LongGroupCodes(to, toColumn, new PlainGroups(type));
        one.prepare(job);
        two.prepare(job);
        int[] map = new int[one.highest() + 1];
        Arrays.setAll(map, code -> code == 0 ? 0 : two.codeOfGroup(one.groupOfCode(code)));
        return new LinkCodes(one, two, map);
    }

    /** Of the first column's rows. */
    void fillFrom(int chunk, int rows, int[] into) {
        from.fill(chunk, into);
        for (int row = 0; row < rows; row++) {
            into[row] = map[into[row]];
        }
    }

    /** Of the second column's rows. */
    void fillTo(int chunk, int[] into) {
        to.fill(chunk, into);
    }
}
