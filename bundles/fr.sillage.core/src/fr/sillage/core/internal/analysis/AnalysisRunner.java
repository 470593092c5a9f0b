package fr.sillage.core.internal.analysis;

import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.published.Published;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Unit;
import fr.sillage.core.analysis.Analyses;
import fr.sillage.core.analysis.SlotTable;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.Right;
import fr.sillage.core.community.UserId;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.CommunityExtensions;
import fr.sillage.core.gate.PublicationGate;
import fr.sillage.core.gate.PublicationRule;
import fr.sillage.core.gate.suppression.SuppressingGate;
import fr.sillage.core.internal.persons.HeldResults;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.MemoryUse;
import fr.sillage.core.silo.Reading;
import fr.sillage.core.silo.ReadingEndedException;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.engine.ChunkKey;
import fr.sillage.engine.ScanQueryEngine;
import fr.sillage.engine.StoredTable;
import fr.sillage.engine.TableId;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;

/** Fills slots and parameters, runs the contributed class and hands its draft to the gate. */
@Component
@Provides
@Instantiate
public class AnalysisRunner implements Analyses, Publishing, HeldResults {
    private static final String CORE = "fr.sillage.core";
    private static final long RESULT_BYTES = 32L << 20;

    private final SiloStore silos;
    private final CommunityExtensions extensions;
    private final PublicationGate gate = new SuppressingGate();
    private final Readers readers = new Readers();
    private final ResultCache results = new ResultCache(RESULT_BYTES, readers);

    public AnalysisRunner(@Requires SiloStore silos, @Requires CommunityExtensions extensions) {
        this.silos = silos;
        this.extensions = extensions;
    }

    @Override
    public Published run(
            CommunityContext context,
            AnalysisDescriptor analysis,
            Map<String, DataSetId> data,
            Values parameters,
            JobControl job)
            throws AnalysisException {
        return publish(context, analysis.id(), data, parameters, Audience.MEMBER, job)
                .published();
    }

    @Override
    public Run publish(
            CommunityContext context,
            String analysis,
            Map<String, DataSetId> data,
            Values parameters,
            Audience audience,
            JobControl job)
            throws AnalysisException {
        try (Reading reading = silos.open(context).reading()) {
            Asked asked = asked(context, analysis, data, parameters, audience);
            try {
                return results.run(
                        asked.silo(),
                        asked.question(),
                        asked.ledgers(),
                        job,
                        () -> run(asked.question().analysis(), asked.tables(), asked.ledgers(), asked.rule(), job)
                                .run(parameters));
            } catch (AnalysisException | RuntimeException e) {
                if (asked.isEnded()) { // whatever it looked like to those in between
                    throw new AnalysisException(Message.of(CORE, "analysis.data.erased"));
                }
                throw e;
            }
        }
    }

    @Override
    public Optional<Published> atOnce(
            CommunityContext context, String analysis, Map<String, DataSetId> data, Values parameters)
            throws AnalysisException {
        Asked asked = asked(context, analysis, data, parameters, Audience.MEMBER);
        return results.atOnce(asked.silo(), asked.question(), asked.ledgers()).map(Run::published);
    }

    /** What a member asks, as the silo is now. */
    private record Asked(
            CommunityId silo,
            ResultCache.Question question,
            Map<String, SlotTable> tables,
            Map<String, Ledger> ledgers,
            PublicationRule rule) {
        /** Whether rows were deleted that somebody read for too long. */
        boolean isEnded() {
            try {
                tables.values().stream()
                        .map(SlotTable::table)
                        .forEach(table -> table.store().read(new ChunkKey(table.id(), 0, ChunkKey.Kind.VALUES, 0)));
                return false;
            } catch (ReadingEndedException e) {
                return true;
            } catch (RuntimeException e) {
                return false; // what is wrong was told already
            }
        }
    }

    private Asked asked(
            CommunityContext context,
            String analysis,
            Map<String, DataSetId> data,
            Values parameters,
            Audience audience)
            throws AnalysisException {
        context.require(Right.RUN_ANALYSES);
        // what a page has opened may have been disabled, removed or replaced since
        AnalysisDescriptor current = extensions
                .in(context)
                .analysis(analysis)
                .orElseThrow(() -> new AnalysisException(Message.of(CORE, "analysis.gone")));
        Silo silo = silos.open(context);
        UserId member = context.account().id();
        List<UserId> readers = audience == Audience.MEMBER ? List.of(member) : List.of(member, Ledger.everybody(silo));
        Map<String, SlotTable> tables = new HashMap<>();
        Map<String, Ledger> ledgers = new HashMap<>();
        for (Map.Entry<String, DataSetId> entry : data.entrySet()) {
            DataSet dataSet = silo.dataSet(entry.getValue())
                    .orElseThrow(() -> new AnalysisException(Message.of(CORE, "analysis.data.gone")));
            tables.put(
                    entry.getKey(),
                    new SlotTable(
                            dataSet.name(),
                            dataSet.version(),
                            new StoredTable(silo.chunks(), dataSet.table(), dataSet.fields(), dataSet.rows())));
            ledgers.put(entry.getKey(), new Ledger(silo, readers, dataSet.id(), dataSet.version(), Clock.systemUTC()));
        }
        PublicationRule rule = new PublicationRule(context.community().threshold());
        return new Asked(silo.community(), results.question(current, tables, parameters, rule), tables, ledgers, rule);
    }

    @Override
    public void show(
            CommunityContext context,
            DataSetId dataSet,
            int version,
            TableId table,
            Published published,
            String seen,
            JobControl job)
            throws AnalysisException {
        context.require(Right.SEE_RESULTS);
        Silo silo = silos.open(context);
        try (Reading reading = silo.reading()) {
            new Opening(silo, context, readers, gate).show(dataSet, version, table, published, seen, job);
        }
    }

    @Override
    public Published run(
            AnalysisDescriptor analysis,
            Map<String, SlotTable> data,
            Values parameters,
            PublicationRule rule,
            JobControl job)
            throws AnalysisException {
        return run(analysis, data, Map.of(), rule, job).run(parameters).published();
    }

    private AnalysisRun run(
            AnalysisDescriptor analysis,
            Map<String, SlotTable> data,
            Map<String, Ledger> ledgers,
            PublicationRule rule,
            JobControl job) {
        return new AnalysisRun(analysis, data, ledgers, gate, readers, rule, job);
    }

    @Override
    public List<String> categories(CommunityContext context, DataSetId data, String column, int most) {
        context.require(Right.RUN_ANALYSES);
        Silo silo = silos.open(context);
        try (Reading reading = silo.reading()) {
            return categories(silo, data, column, most);
        }
    }

    private static List<String> categories(Silo silo, DataSetId data, String column, int most) {
        return silo.dataSet(data).stream()
                .filter(set -> set.fields().stream()
                        .anyMatch(f -> f.name().equals(column)
                                && !f.roles().contains(RoleId.SUBJECT)
                                && f.privacy() != Privacy.DIRECT_IDENTIFIER))
                .map(set -> new StoredTable(silo.chunks(), set.table(), set.fields(), set.rows()))
                .map(table -> new ScanQueryEngine(Map.of(CORE, table))
                        .answer(new Query.Aggregate(List.of(new FieldRef(CORE, column)), Unit.ROW), JobControl.NONE))
                .flatMap(cells -> cells.labels(0).stream())
                .limit(most)
                .toList();
    }

    @Override
    public void forget(CommunityId community) {
        results.forget(community);
    }

    @Override
    public MemoryUse memory() {
        return MemoryUse.of(results.usage());
    }
}
