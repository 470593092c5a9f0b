package fr.sillage.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was read or computed, in memory, up to a budget that several owners share: decoded columns, results. Where it is
 * used up, whoever holds most gives up what was not used for longest: so nobody is left with less than a fair part
 * because of others. What does not fit is read anew each time. Thread-safe.
 */
public final class SharedCache {
    private final long budget;
    private final Map<Object, Share> shares = new HashMap<>();
    private long used;
    private long hits;
    private long misses;

    /** Names what is held; with equals and hashCode. */
    public interface Key {}

    /** What can be held; immutable. */
    public interface Held {
        /** How much memory it takes, about. */
        long bytes();
    }

    /**
     * How it is doing.
     *
     * @param budget bytes that may be used
     * @param used bytes that are used
     * @param hits how often something was asked for and held
     * @param misses how often something had to be read
     * @param byOwner used bytes of each owner
     */
    public record Usage(long budget, long used, long hits, long misses, Map<Object, Long> byOwner) {
        public Usage {
            byOwner = Map.copyOf(byOwner);
        }
    }

    /** @param budget bytes; 0 holds nothing */
    public SharedCache(long budget) {
        this.budget = budget;
    }

    /**
     * The part of one owner, which sees nothing of another's.
     *
     * @param owner with equals and hashCode
     */
    public synchronized Share share(Object owner) {
        return shares.computeIfAbsent(Objects.requireNonNull(owner), o -> new Share());
    }

    public synchronized Usage usage() {
        Map<Object, Long> byOwner = new HashMap<>();
        shares.forEach((owner, share) -> byOwner.put(owner, share.bytes));
        return new Usage(budget, used, hits, misses, byOwner);
    }

    private synchronized Optional<Held> find(Share share, Key key) {
        Held held = share.held.get(key);
        if (held != null) {
            hits++;
        } else {
            misses++;
        }
        return Optional.ofNullable(held);
    }

    private synchronized void keep(Share share, Key key, Held value, long cleared) {
        if (value.bytes() > budget || cleared != share.cleared) {
            return;
        }
        Held before = share.held.put(key, value);
        add(share, value.bytes() - (before == null ? 0 : before.bytes()));
        while (used > budget) {
            shares.values().stream()
                    .reduce((one, other) -> other.bytes > one.bytes ? other : one)
                    .ifPresent(this::giveUp);
        }
    }

    private void giveUp(Share share) {
        Map.Entry<Key, Held> oldest = share.held.entrySet().iterator().next();
        share.held.remove(oldest.getKey());
        add(share, -oldest.getValue().bytes());
    }

    private void add(Share share, long bytes) {
        share.bytes += bytes;
        used += bytes;
    }

    private synchronized void clear(Share share) {
        share.held.clear();
        share.cleared++;
        add(share, -share.bytes);
    }

    /** One owner's part. */
    public final class Share {
        /** What was used last stands last. */
        private final Map<Key, Held> held = new LinkedHashMap<>(16, 0.75f, true);

        private long bytes;
        private long cleared;

        private Share() {}

        /**
         * What is held under that key, else what is read now; two threads that ask at once may both read.
         *
         * @param type of whatever is held under that key
         */
        public <T extends Held> T get(Key key, Class<T> type, Supplier<T> read) {
            Optional<T> found = find(key, type);
            if (found.isPresent()) {
                return found.get();
            }
            long before = cleared();
            T value = read.get();
            keep(key, value, before);
            return value;
        }

        /** What is held under that key. */
        public <T extends Held> Optional<T> find(Key key, Class<T> type) {
            return SharedCache.this.find(this, key).filter(type::isInstance).map(type::cast);
        }

        /** Bytes that may be used, of all owners together. */
        public long budget() {
            return budget;
        }

        /** How often this was {@linkplain #clear cleared}. */
        public long cleared() {
            synchronized (SharedCache.this) {
                return cleared;
            }
        }

        /**
         * Holds a value as long as there is room; not at all where this was cleared meanwhile, since what the value was
         * made of may be gone.
         *
         * @param before how often it was {@link #cleared} when reading began
         */
        public void keep(Key key, Held value, long before) {
            SharedCache.this.keep(this, key, value, before);
        }

        /** Holds nothing any longer. */
        public void clear() {
            SharedCache.this.clear(this);
        }
    }
}
