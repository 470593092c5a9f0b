package fr.sillage.delimited;

/** How long row and cell are so far, and where they began: what is beyond all measure is refused there. */
final class RowMeasure {
    private long rowLine;
    private long cellLine;
    private int rowLength;
    private int cellLength;

    /** A row begins. */
    void row(long line) {
        rowLine = line;
        rowLength = 0;
    }

    /** A cell of the row begins. */
    void cell(long line) {
        cellLine = line;
        cellLength = 0;
    }

    /** Line of the row, from 1. */
    long rowLine() {
        return rowLine;
    }

    /** Line of the cell, from 1. */
    long cellLine() {
        return cellLine;
    }

    /** Whether a whole cell of so many signs is surely not too long, nor its row with it. */
    boolean hasRoom(int signs) {
        return signs < RowReader.LONGEST_CELL && rowLength + signs < RowReader.LONGEST_ROW;
    }

    /** A whole cell for which there is {@linkplain #hasRoom room}. */
    void took(int signs) {
        cellLength = signs;
        rowLength += signs;
    }

    /**
     * Signs of the cell, of which the first one too many counts.
     *
     * @param inside whether they are between quotes
     * @throws FileFault where cell or row is too long
     */
    void take(int signs, boolean inside) throws FileFault {
        int cellRoom = RowReader.LONGEST_CELL - cellLength;
        int rowRoom = RowReader.LONGEST_ROW - rowLength;
        if (signs > cellRoom && cellRoom <= rowRoom) {
            String key = inside ? "refused.cell.quoted" : "refused.cell";
            throw new FileFault(DelimitedMessages.of(key, RowReader.LONGEST_CELL), cellLine);
        }
        if (signs > rowRoom) {
            throw new FileFault(DelimitedMessages.of("refused.row", RowReader.LONGEST_ROW), rowLine);
        }
        cellLength += signs;
        rowLength += signs;
    }
}
