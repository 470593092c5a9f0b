package fr.sillage.core.fakes;

import fr.sillage.api.JobControl;
import fr.sillage.api.anonymizer.Pseudonymiser;
import fr.sillage.api.data.Reject;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.UserId;
import fr.sillage.core.imports.SavedPlan;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.Erasure;
import fr.sillage.core.silo.ExportRecord;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.MemoryUse;
import fr.sillage.core.silo.Reading;
import fr.sillage.core.silo.ResultStore;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.core.silo.Spool;
import fr.sillage.core.silo.StateStore;
import fr.sillage.engine.ChunkKey;
import fr.sillage.engine.ChunkSink;
import fr.sillage.engine.ChunkStore;
import fr.sillage.engine.MemoryChunkStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Silos in memory. What a transaction was given is seen after its commit only, as in a database. */
public final class MemorySilos implements SiloStore {
    private final Map<CommunityId, MemorySilo> silos = new HashMap<>();

    @Override
    public void create(CommunityId community) {
        silos.put(community, new MemorySilo(community));
    }

    @Override
    public MemoryUse memory() {
        return new MemoryUse(0, 0, 0, 0, Map.of());
    }

    @Override
    public Silo open(CommunityContext context) {
        return silo(context.community().id());
    }

    /** Of any community, without asking who wants to know. */
    public Silo silo(CommunityId community) {
        return silos.get(community);
    }

    /** The keys of persons that were to be erased. */
    public List<Set<String>> erased(CommunityId community) {
        return List.copyOf(((MemorySilo) silos.get(community)).erased);
    }

    public boolean exists(CommunityId community) {
        return silos.containsKey(community);
    }

    private static final class MemorySilo implements Silo {
        private final CommunityId community;
        private final MemoryChunkStore chunks = new MemoryChunkStore();
        private final List<DataSet> dataSets = new ArrayList<>();
        private final List<ImportRecord> imports = new ArrayList<>();
        private final Map<UUID, List<Reject>> rejects = new HashMap<>();
        private final Map<DataSetId, List<DataSet>> earlier = new HashMap<>();
        private final Map<UUID, SavedPlan> plans = new HashMap<>();
        private final List<Erasure> erasures = new ArrayList<>();
        private final List<ExportRecord> exports = new ArrayList<>();
        private final List<Set<String>> erased = new ArrayList<>();
        private final MemoryResults results = new MemoryResults();
        private final MemoryStates states = new MemoryStates();
        private final MemorySpool spool = new MemorySpool();

        MemorySilo(CommunityId community) {
            this.community = community;
        }

        @Override
        public CommunityId community() {
            return community;
        }

        @Override
        public List<DataSet> dataSets() {
            return List.copyOf(dataSets);
        }

        @Override
        public Optional<DataSet> dataSet(DataSetId id) {
            return dataSets.stream().filter(d -> d.id().equals(id)).findFirst();
        }

        @Override
        public List<ImportRecord> imports() {
            return imports.reversed();
        }

        @Override
        public List<Reject> rejects(UUID importId) {
            return rejects.getOrDefault(importId, List.of());
        }

        @Override
        public List<DataSet> earlier(DataSetId dataSet) {
            return earlier.getOrDefault(dataSet, List.of()).reversed();
        }

        @Override
        public List<SavedPlan> plans() {
            return List.copyOf(plans.values());
        }

        @Override
        public void save(SavedPlan plan) {
            plans.put(plan.id(), plan);
        }

        @Override
        public void removePlan(UUID plan) {
            plans.remove(plan);
        }

        @Override
        public ChunkStore chunks() {
            return chunks;
        }

        @Override
        public Pseudonymiser pseudonymiser(String scheme) {
            return raw -> scheme + " of " + raw.length();
        }

        @Override
        public Spool spool() {
            return spool;
        }

        @Override
        public ResultStore results() {
            return results;
        }

        @Override
        public StateStore states() {
            return states;
        }

        @Override
        public SiloTransaction begin() {
            return new Transaction(this);
        }

        @Override
        public Reading reading() {
            return () -> {};
        }

        @Override
        public Erasure erase(Set<String> pseudonyms, UserId by, JobControl job) {
            erased.add(pseudonyms);
            erasures.add(new Erasure(UUID.randomUUID(), by, Instant.now(), dataSets.size(), Optional.empty()));
            return erasures.getLast();
        }

        @Override
        public List<Erasure> erasures() {
            return erasures.reversed();
        }

        @Override
        public void add(ExportRecord export) {
            exports.add(export);
        }

        @Override
        public List<ExportRecord> exports() {
            return exports.reversed();
        }
    }

    private static final class Transaction implements SiloTransaction, ChunkSink {
        private final MemorySilo silo;
        private final Map<ChunkKey, byte[]> chunks = new HashMap<>();
        private final List<DataSet> dataSets = new ArrayList<>();
        private final List<ImportRecord> imports = new ArrayList<>();
        private final Map<UUID, List<Reject>> rejects = new HashMap<>();
        private final List<Runnable> changes = new ArrayList<>();

        Transaction(MemorySilo silo) {
            this.silo = silo;
        }

        @Override
        public ChunkSink chunks() {
            return this;
        }

        @Override
        public void write(ChunkKey key, byte[] chunk) {
            chunks.put(key, chunk);
        }

        @Override
        public void add(DataSet dataSet) {
            dataSets.add(dataSet);
        }

        @Override
        public void replace(DataSet before, DataSet after) {
            changes.add(() -> {
                silo.dataSets.remove(before);
                silo.dataSets.add(after);
                silo.earlier
                        .computeIfAbsent(before.id(), id -> new ArrayList<>())
                        .add(before);
            });
        }

        @Override
        public Optional<DataSet> undo(DataSet present) {
            Optional<DataSet> before = silo.earlier(present.id()).stream().findFirst();
            changes.add(() -> {
                silo.dataSets.remove(present);
                before.ifPresent(silo.dataSets::add);
                before.ifPresent(silo.earlier.getOrDefault(present.id(), new ArrayList<>())::remove);
            });
            return before;
        }

        @Override
        public void rollBack(DataSet present, DataSet version) {
            List<DataSet> kept = silo.earlier(present.id());
            changes.add(() -> {
                silo.dataSets.remove(present);
                silo.dataSets.add(version);
                silo.earlier.get(present.id()).removeAll(kept.subList(0, kept.indexOf(version) + 1));
            });
        }

        @Override
        public void undone(UUID importId, ImportRecord.Undone undone) {
            changes.add(() -> silo.imports.replaceAll(done -> done.id().equals(importId) ? taken(done, undone) : done));
        }

        private static ImportRecord taken(ImportRecord done, ImportRecord.Undone undone) {
            return new ImportRecord(
                    done.id(),
                    done.dataSet(),
                    done.dataSetName(),
                    done.version(),
                    done.mode(),
                    done.fileName(),
                    done.source(),
                    done.by(),
                    done.started(),
                    done.finished(),
                    done.read(),
                    done.stored(),
                    done.byKey(),
                    done.plan(),
                    Optional.of(undone));
        }

        @Override
        public void add(ImportRecord record, List<Reject> kept) {
            imports.add(record);
            rejects.put(record.id(), kept);
        }

        @Override
        public void commit() {
            chunks.forEach(silo.chunks::write);
            silo.dataSets.addAll(dataSets);
            silo.imports.addAll(imports);
            silo.rejects.putAll(rejects);
            changes.forEach(Runnable::run);
        }

        @Override
        public void close() {
            // what was not committed goes with the transaction
        }
    }
}
