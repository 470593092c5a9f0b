package fr.sillage.core.internal.overview;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.api.data.RowKind;
import fr.sillage.api.published.Provenance;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.Right;
import fr.sillage.core.gate.PublicationRule;
import fr.sillage.core.internal.persons.HeldResults;
import fr.sillage.core.overview.ColumnOverview;
import fr.sillage.core.overview.DataSetOverview;
import fr.sillage.core.overview.Overviews;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.Reading;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.engine.StoredTable;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TableReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Invalidate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Overviews of the tables in the silos: a version's rows never change, so what was published of it is kept. */
@Component
@Provides
@Instantiate
public class SiloOverviews implements Overviews, HeldResults {
    private static final Logger LOG = LoggerFactory.getLogger(SiloOverviews.class);
    private static final int MOST_KEPT = 2_000;
    private static final int THREADS = 2;

    private final SiloStore silos;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS,
            Thread.ofPlatform().name("sillage-overview-", 1).daemon(true).factory());
    private volatile boolean stopped;
    private final Map<Key, ColumnOverview> known = Collections.synchronizedMap(new Kept());

    private final Erasings erasings = new Erasings();

    /** A table is named by a random number: no community can meet what another one's table is. */
    private record Key(CommunityId community, TableId table, int column, int threshold) {}

    /** Forgets what was asked for the longest time ago. */
    private static final class Kept extends LinkedHashMap<Key, ColumnOverview> {
        private static final long serialVersionUID = 1L;
        private static final float LOAD = 0.75f;

        Kept() {
            super(16, LOAD, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, ColumnOverview> eldest) {
            return size() > MOST_KEPT;
        }
    }

    public SiloOverviews(@Requires SiloStore silos) {
        this.silos = silos;
    }

    @Override
    public Runnable compute(CommunityContext context, DataSetId id, Listener listener) {
        context.require(Right.SEE_RESULTS);
        AtomicBoolean ended = new AtomicBoolean();
        JobControl job = new Ended(() -> stopped || ended.get());
        threads.execute(() -> {
            Silo silo = silos.open(context);
            try (Reading reading = silo.reading()) {
                silo.dataSet(id).ifPresent(data -> compute(context, data, listener, job));
            }
        });
        return () -> ended.set(true);
    }

    @Override
    public Optional<DataSetOverview> of(CommunityContext context, DataSetId id, JobControl job) {
        context.require(Right.SEE_RESULTS);
        Silo silo = silos.open(context);
        try (Reading reading = silo.reading()) {
            return silo.dataSet(id).map(data -> {
                List<Optional<ColumnOverview>> columns = new ArrayList<>();
                compute(
                        context,
                        data,
                        (index, overview) -> columns.add(overview),
                        new Ended(() -> stopped || job.cancelled()));
                job.check();
                return new DataSetOverview(data, columns);
            });
        }
    }

    @Override
    public void forget(CommunityId community) {
        erasings.add(community);
        synchronized (known) {
            known.keySet().removeIf(key -> key.community().equals(community));
        }
    }

    @Invalidate
    void stop() {
        stopped = true; // interrupts nobody: a database that is at work would not survive that
        threads.shutdown();
    }

    private void compute(CommunityContext context, DataSet data, Listener listener, JobControl job) {
        int column = 0;
        try {
            Silo silo = silos.open(context);
            StoredTable table = new StoredTable(silo.chunks(), data.table(), data.fields(), data.rows());
            PublicationRule rule = new PublicationRule(context.community().threshold());
            ColumnWork work = new ColumnWork(
                    new TableReader(table),
                    new Provenance.Origin(
                            Counter.SLOT, data.name(), data.version(), data.rows(), RowKind.of(data.fields())),
                    rule,
                    job);
            while (column < data.fields().size()) {
                job.check();
                listener.column(
                        column, column(work, new Key(silo.community(), data.table(), column, rule.threshold())));
                column++;
            }
        } catch (JobCancelledException e) {
            LOG.debug("overview ended early");
        } catch (RuntimeException | Error e) {
            LOG.error("overview of a table failed: {}", e.getClass().getName()); // its words may quote data
            while (column < data.fields().size()) {
                listener.column(column++, Optional.empty());
            }
        }
    }

    private Optional<ColumnOverview> column(ColumnWork work, Key key) {
        int erased = erasings.count(key.community());
        ColumnOverview overview = known.get(key);
        if (overview == null) {
            try {
                overview = work.of(key.column());
            } catch (JobCancelledException e) {
                throw e;
            } catch (RuntimeException | Error e) { // memory may run out too: the page waits for each column
                LOG.error(
                        "overview of column {} failed: {}",
                        key.column(),
                        e.getClass().getName());
                return Optional.empty();
            }
            known.put(key, overview);
            if (erasings.count(key.community()) != erased) { // meanwhile: of rows that may be gone
                known.remove(key);
            }
        }
        return Optional.of(overview);
    }
}
