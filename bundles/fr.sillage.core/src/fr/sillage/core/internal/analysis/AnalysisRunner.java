package fr.sillage.core.internal.analysis;

import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.analysis.Finding;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.RowKind;
import fr.sillage.api.published.Provenance;
import fr.sillage.api.published.Published;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.TooManyCellsException;
import fr.sillage.api.query.Unit;
import fr.sillage.core.analysis.Analyses;
import fr.sillage.core.analysis.Selection;
import fr.sillage.core.analysis.SlotTable;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.community.UserId;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.CommunityExtensions;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.extension.SlotDescriptor;
import fr.sillage.core.gate.PublicationGate;
import fr.sillage.core.gate.PublicationGate.Release;
import fr.sillage.core.gate.PublicationRule;
import fr.sillage.core.gate.SeenTable;
import fr.sillage.core.gate.SuppressingGate;
import fr.sillage.core.gate.TooCloseException;
import fr.sillage.core.internal.guard.Supervised;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.engine.QueryEngine;
import fr.sillage.engine.ScanQueryEngine;
import fr.sillage.engine.StoredTable;
import fr.sillage.engine.TableId;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;

/** Fills slots and parameters, runs the contributed class and hands its draft to the gate. */
@Component
@Provides
@Instantiate
public class AnalysisRunner implements Analyses, Publishing {
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
        return results.run(
                silo.community(),
                results.question(current, tables, parameters, rule),
                ledgers,
                job,
                () -> run(current, tables, ledgers, parameters, rule, job));
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
        new Opening(silos.open(context), context, readers, gate).show(dataSet, version, table, published, seen, job);
    }

    @Override
    public Published run(
            AnalysisDescriptor analysis,
            Map<String, SlotTable> data,
            Values parameters,
            PublicationRule rule,
            JobControl job)
            throws AnalysisException {
        return run(analysis, data, Map.of(), parameters, rule, job).published();
    }

    private Run run(
            AnalysisDescriptor analysis,
            Map<String, SlotTable> data,
            Map<String, Ledger> ledgers,
            Values given,
            PublicationRule rule,
            JobControl job)
            throws AnalysisException {
        Selection selection = selection(given);
        Values complete = complete(analysis, data, Selection.without(given));
        try {
            return run(analysis, data, ledgers, complete, selection, List.of(), rule, job);
        } catch (TooCloseException e) {
            if (selection.gathering()) {
                return apart(analysis, data, ledgers, complete, selection.gathering(false), rule, job);
            }
            throw refused(e, rule);
        }
    }

    /** What cannot be shown with its rare categories gathered, beside what was seen before, may be shown without. */
    private Run apart(
            AnalysisDescriptor analysis,
            Map<String, SlotTable> data,
            Map<String, Ledger> ledgers,
            Values complete,
            Selection selection,
            PublicationRule rule,
            JobControl job)
            throws AnalysisException {
        try {
            Finding why = CoreFindings.apart();
            return run(analysis, data, ledgers, complete, selection, List.of(why), rule, job);
        } catch (TooCloseException e) {
            throw refused(e, rule);
        }
    }

    private static AnalysisException refused(TooCloseException e, PublicationRule rule) {
        String key = e.isByCategories() ? "analysis.too.close.categories" : "analysis.too.close";
        return new AnalysisException(Message.of(CORE, key, rule.threshold()));
    }

    private Run run(
            AnalysisDescriptor analysis,
            Map<String, SlotTable> data,
            Map<String, Ledger> ledgers,
            Values complete,
            Selection selection,
            List<Finding> said,
            PublicationRule rule,
            JobControl job)
            throws AnalysisException {
        Map<String, StoredTable> tables = new HashMap<>();
        data.forEach((slot, table) -> tables.put(slot, table.table()));
        QueryEngine engine = new ScanQueryEngine(tables);
        RecordingInputs inputs = new RecordingInputs(engine, tables, selection, rule, job);
        Draft analysed = draft(analysis, inputs, complete, job);
        Cells evidence = evidence(inputs.told());
        Draft draft = CoreFindings.add(analysed, said, inputs.gathered(), evidence);
        List<Provenance.Origin> origins = data.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> new Provenance.Origin(
                        e.getKey(),
                        e.getValue().name(),
                        e.getValue().version(),
                        e.getValue().table().rows(),
                        RowKind.of(e.getValue().table().fields())))
                .toList();
        Query.Aggregate query = (Query.Aggregate) inputs.asked().getFirst();
        Values shown = selection.in(complete);
        Readers.Shown released = readers.release(
                ledgers,
                engine,
                query,
                evidence,
                rule,
                job,
                known -> supervised(
                        analysis,
                        job,
                        watched -> gate.publish(draft, evidence, rule, known, analysis.id(), shown, origins, watched)));
        Release release = released.release();
        return new Run(analysis, release.published(), rows(query, tables), seen(query, release), released.before());
    }

    private static TableId rows(Query.Aggregate query, Map<String, StoredTable> tables) {
        return tables.get(query.by().getFirst().slot()).id();
    }

    private static String seen(Query.Aggregate query, Release release) {
        return release.everything()
                ? ""
                : SeenText.write(new SeenTable(
                        query.by(), SeenTable.population(query.by(), query.filter()), release.hidden(), false));
    }

    @Override
    public List<String> categories(CommunityContext context, DataSetId data, String column, int most) {
        context.require(Right.RUN_ANALYSES);
        Silo silo = silos.open(context);
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

    private static Selection selection(Values parameters) throws AnalysisException {
        try {
            return Selection.of(parameters);
        } catch (IllegalArgumentException e) {
            throw new AnalysisException(Message.of(CORE, "analysis.parameter.value", Selection.PARAMETER, ""));
        }
    }

    /** What a draft says of its numbers is contributed code too; that a result is too close is no fault of it. */
    private static Release supervised(
            AnalysisDescriptor analysis, JobControl job, Function<JobControl, Release> publish) {
        Function<JobControl, Outcome> guarded = watched -> {
            try {
                return new Outcome(Optional.of(publish.apply(watched)), Optional.empty());
            } catch (TooCloseException e) {
                return new Outcome(Optional.empty(), Optional.of(e));
            }
        };
        Outcome outcome = analysis.analysis() instanceof Supervised supervised
                ? supervised.supervise(job, guarded)
                : guarded.apply(job);
        if (outcome.refused().isPresent()) {
            throw outcome.refused().get();
        }
        return outcome.release().orElseThrow();
    }

    private record Outcome(Optional<Release> release, Optional<TooCloseException> refused) {}

    private Cells evidence(List<Object> told) throws AnalysisException {
        if (told.size() != 1) {
            // several answers over the same persons would have to be protected together
            throw new AnalysisException(Message.of(CORE, "analysis.answers", told.size()));
        }
        if (told.getFirst() instanceof Cells cells && gate.protects(cells)) {
            return cells;
        }
        throw new AnalysisException(Message.of(CORE, "analysis.unprotected"));
    }

    private static Draft draft(AnalysisDescriptor analysis, RecordingInputs inputs, Values parameters, JobControl job)
            throws AnalysisException {
        try {
            return analysis.analysis().run(inputs, parameters, job);
        } catch (TooManyCellsException e) {
            throw new AnalysisException(Message.of(CORE, "analysis.cells.many", TooManyCellsException.MOST));
        }
    }

    private static Values complete(AnalysisDescriptor analysis, Map<String, SlotTable> data, Values parameters)
            throws AnalysisException {
        for (SlotDescriptor slot : analysis.slots()) {
            if (!data.containsKey(slot.name())) {
                throw new AnalysisException(Message.of(CORE, "analysis.slot.empty", slot.name()));
            }
        }
        Values complete = parameters;
        Map<String, List<Field>> fields = new HashMap<>();
        data.forEach((slot, table) -> fields.put(slot, table.table().fields()));
        for (ParameterDescriptor declared : analysis.parameters()) {
            ParameterDescriptor parameter = declared.of(fields);
            Optional<String> value = parameters.get(parameter.name()).or(parameter::defaultValue);
            if (value.isPresent()) {
                check(parameter, value.get(), data);
                complete = complete.with(parameter.name(), value.get());
            } else if (parameter.required()) {
                throw new AnalysisException(Message.of(CORE, "analysis.parameter.missing", parameter.name()));
            }
        }
        for (String name : parameters.byName().keySet()) {
            if (analysis.parameters().stream().noneMatch(p -> p.name().equals(name))) {
                throw new AnalysisException(Message.of(CORE, "analysis.parameter.unknown", name));
            }
        }
        return complete;
    }

    private static void check(ParameterDescriptor parameter, String value, Map<String, SlotTable> data)
            throws AnalysisException {
        boolean fits = switch (parameter.kind()) {
            case CHOICE -> parameter.choices().contains(value);
            case BOOLEAN -> value.equals("true") || value.equals("false");
            case COLUMN ->
                parameter.slot().map(data::get).stream()
                        .flatMap(table -> table.table().fields().stream())
                        .anyMatch(f -> f.name().equals(value));
            case TEXT, GROUPS -> true;
        };
        if (!fits) {
            String key = parameter.kind() == ParameterDescriptor.Kind.COLUMN
                    ? "analysis.column.unknown"
                    : "analysis.parameter.value";
            throw new AnalysisException(Message.of(CORE, key, parameter.name(), value));
        }
    }
}
