package fr.sillage.store.silo.internal;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.silo.Compacted;
import fr.sillage.core.silo.Erasure;
import fr.sillage.core.silo.Reading;
import fr.sillage.engine.TableId;
import fr.sillage.store.database.internal.EncryptedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what nobody reads any more in a silo, and completes what was erased. Thread-safe. */
final class Sweeping {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);
    private static final String ERASING = "erasing";

    /** For imports that run; while they go on, the next sweep tries again. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** So long those who want to write may be kept waiting for somebody who still writes. */
    private static final Duration TURN = Duration.ofSeconds(2);

    private final CommunityId community;
    private final Path folder;
    private final LeasedDatabase database;
    private final SiloAccess access;
    private final LeftOvers leftOvers;
    private final Writers writers = new Writers();
    private final ReentrantLock sweeping = new ReentrantLock();
    private volatile boolean unfinished = true;

    /** @param folder of the silo */
    Sweeping(CommunityId community, Path folder, LeasedDatabase database, LeftOvers leftOvers) {
        this.community = community;
        this.folder = folder;
        this.database = database;
        this.access = new SiloAccess(folder, database);
        this.leftOvers = leftOvers;
    }

    /** Whether a silo in a folder has something left to be erased, for all that can be told without opening it. */
    static boolean isErasing(Path folder) {
        return Files.exists(folder.resolve(ERASING));
    }

    Reading reading() {
        return leftOvers.reading();
    }

    /** Whether the rows of a table were deleted while somebody still read them. */
    boolean isEnded(TableId table) {
        return leftOvers.isEnded(table);
    }

    /** Begins to write rows; waits while all rows are moved. */
    DerbySiloTransaction begin() {
        writers.enter();
        try {
            return new DerbySiloTransaction(database, new DerbySiloTransaction.Ending() {
                @Override
                public void ended() {
                    writers.leave();
                }

                @Override
                public void committed(List<TableId> dropped) {
                    if (!dropped.isEmpty()) {
                        leftOvers.add(dropped);
                        if (!sweeping.isLocked()) { // else there is a next time
                            sweep();
                        }
                    }
                }
            });
        } catch (RuntimeException e) {
            writers.leave();
            throw access.failed(e);
        }
    }

    /** Something is about to be erased: that stands in the folder, so that it is carried on after a crash. */
    void begun() {
        unfinished = true;
        try {
            Files.writeString(folder.resolve(ERASING), "");
        } catch (IOException e) {
            throw access.failed(new UncheckedIOException(e));
        }
    }

    boolean isUnfinished() {
        return unfinished || !leftOvers.isEmpty();
    }

    /** The latest first. */
    List<Erasure> erasures() {
        return access.ask(
                m -> m
                        .createQuery("SELECT e FROM Erasure e ORDER BY e.erased DESC", ErasureEntity.class)
                        .getResultList()
                        .stream()
                        .map(ErasureEntity::erasure)
                        .toList());
    }

    /** Deletes what nobody reads any more, and completes erasures; does not fail: there is a next time. */
    void sweep() {
        sweeping.lock();
        try {
            List<UUID> erasures = erasures().stream()
                    .filter(erasure -> erasure.completed().isEmpty())
                    .map(Erasure::id)
                    .toList();
            if (leftOvers.sweep()) {
                complete(erasures);
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "silo {} cannot be swept now: {}",
                    community.value(),
                    e.getClass().getName());
        } finally {
            sweeping.unlock();
        }
    }

    /** Gives what is free back to the disk, when nobody writes rows. */
    Compacted compact(JobControl job) {
        sweeping.lock();
        try {
            leftOvers.sweep();
            long before = SiloFiles.bytes(folder);
            boolean done = false;
            while (!done) {
                job.check();
                done = writers.alone(TURN, () -> {
                    try (LeasedDatabase.Lease lease = database.lease()) {
                        new Purge(lease, EncryptedDatabase.log(folder)).compact(job);
                    }
                });
            }
            return new Compacted(before, SiloFiles.bytes(folder));
        } catch (JobCancelledException e) {
            throw e;
        } catch (RuntimeException e) {
            throw access.failed(e);
        } finally {
            sweeping.unlock();
        }
    }

    private void complete(List<UUID> erasures) {
        if (erasures.isEmpty()) {
            unfinished =
                    erasures().stream().anyMatch(erasure -> erasure.completed().isEmpty());
            return;
        }
        writers.alone(PATIENCE, () -> {
            try (LeasedDatabase.Lease lease = database.lease()) {
                new Purge(lease, EncryptedDatabase.log(folder)).run();
                lease.<Void>inTransaction(m -> {
                    m.createQuery("UPDATE Erasure e SET e.completed = :now WHERE e.id IN :ids")
                            .setParameter("now", Instant.now())
                            .setParameter("ids", erasures)
                            .executeUpdate();
                    return null;
                });
                unfinished = false;
                Files.deleteIfExists(folder.resolve(ERASING));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
