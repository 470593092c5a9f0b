package fr.sillage.engine;

import java.util.Optional;

/** Stored tables whose columns are kept in memory once they are decoded. */
final class KeptColumns {
    private KeptColumns() {}

    /**
     * The table in a store that keeps nothing, some or all of the columns.
     *
     * @param budget bytes
     */
    static StoredTable of(StoredTable table, long budget) {
        SharedCache.Share share = new SharedCache(budget).share("community");
        ChunkStore store = new ChunkStore() {
            @Override
            public Optional<byte[]> read(ChunkKey key) {
                return table.store().read(key);
            }

            @Override
            public SharedCache.Share columns() {
                return share;
            }
        };
        return new StoredTable(store, table.id(), table.fields(), table.rows());
    }
}
