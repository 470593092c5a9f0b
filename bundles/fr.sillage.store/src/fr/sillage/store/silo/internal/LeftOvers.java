package fr.sillage.store.silo.internal;

import fr.sillage.core.silo.Reading;
import fr.sillage.engine.SharedCache;
import fr.sillage.engine.TableId;
import fr.sillage.store.database.internal.StoreException;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Deletes the rows that no version names any longer, once whoever read them has ended. Which these are stands in the
 * silo, in the same transaction as what made them superfluous, so that a restart forgets none. Thread-safe.
 */
final class LeftOvers {
    private static final String ALL = "SELECT l FROM LeftOver l";

    private final LeasedDatabase database;
    private final SharedCache.Share columns;
    private final Readings readings = new Readings();
    private final LongSupplier nanos;

    /** Each table with those who may still read it. */
    private final Map<TableId, Waiting> waiting = new HashMap<>();

    /** Tables whose readers had their time. */
    private final Set<TableId> ended = ConcurrentHashMap.newKeySet();

    private boolean loaded;
    private boolean again;

    /** @param since {@code System.nanoTime} of its deletion */
    private record Waiting(long mark, long since) {}

    /** @param nanos the time, as {@code System.nanoTime} */
    LeftOvers(LeasedDatabase database, SharedCache.Share columns, LongSupplier nanos) {
        this.database = database;
        this.columns = columns;
        this.nanos = nanos;
    }

    Reading reading() {
        return readings.begin();
    }

    boolean isEnded(TableId table) {
        return ended.contains(table);
    }

    /** Within the transaction that makes them superfluous. */
    static void note(EntityManager manager, TableId table) {
        manager.persist(new LeftOverEntity(table));
    }

    /** After its commit: whoever begins from now on cannot come upon them. */
    synchronized void add(List<TableId> tables) {
        tables.forEach(table -> waiting.putIfAbsent(table, new Waiting(readings.mark(), nanos.getAsLong())));
    }

    /**
     * Deletes what nobody reads any more; called by one thread at a time.
     *
     * @return whether nothing is left to be deleted
     */
    boolean sweep() {
        try (LeasedDatabase.Lease lease = database.lease()) {
            load(lease);
            if (again) { // who was still reading may have held something anew
                columns.clear();
                again = false;
            }
            for (TableId table : due()) {
                lease.inTransaction(manager -> delete(manager, table));
                removed(table);
            }
            return lease.inTransaction(LeftOvers::all).isEmpty();
        }
    }

    /** Whether a sweep would find nothing to do. */
    synchronized boolean isEmpty() {
        return loaded && waiting.isEmpty() && !again;
    }

    /** What an earlier process left; its readers are gone with it. */
    private void load(LeasedDatabase.Lease lease) {
        if (!loaded) {
            List<TableId> tables = lease.inTransaction(LeftOvers::all);
            add(tables);
            loaded = true;
        }
    }

    static List<TableId> all(EntityManager manager) {
        return manager.createQuery(ALL, LeftOverEntity.class).getResultList().stream()
                .map(LeftOverEntity::table)
                .toList();
    }

    private synchronized List<TableId> due() {
        List<TableId> due = new ArrayList<>();
        waiting.forEach((table, readers) -> {
            boolean late = nanos.getAsLong() - readers.since()
                    > Duration.ofMinutes(Reading.MINUTES).toNanos();
            if (readings.haveEnded(readers.mark())) {
                due.add(table);
            } else if (late) {
                ended.add(table);
                again = true;
                due.add(table);
            }
        });
        return due;
    }

    private static Void delete(EntityManager manager, TableId table) {
        try {
            new ChunkTable(manager).delete(table);
            manager.createQuery("DELETE FROM LeftOver l WHERE l.table = :table")
                    .setParameter("table", table.value())
                    .executeUpdate();
            return null;
        } catch (SQLException e) {
            throw StoreException.because("rows cannot be deleted", e);
        }
    }

    private synchronized void removed(TableId table) {
        waiting.remove(table);
        columns.clear();
    }
}
