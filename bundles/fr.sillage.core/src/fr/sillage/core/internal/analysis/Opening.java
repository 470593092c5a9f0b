package fr.sillage.core.internal.analysis;

import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.published.Provenance;
import fr.sillage.api.published.Published;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Query;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.UserId;
import fr.sillage.core.gate.PublicationGate;
import fr.sillage.core.gate.PublicationGate.Release;
import fr.sillage.core.gate.PublicationRule;
import fr.sillage.core.gate.TooCloseException;
import fr.sillage.core.gate.known.SeenTable;
import fr.sillage.core.gate.seen.SeenBefore;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.Silo;
import fr.sillage.engine.QueryEngine;
import fr.sillage.engine.StoredTable;
import fr.sillage.engine.TableId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows a kept result to a member who may have seen others. */
final class Opening {
    private static final String CORE = "fr.sillage.core";

    private final Silo silo;
    private final CommunityContext context;
    private final Readers readers;
    private final PublicationGate gate;
    private final PublicationRule rule;

    Opening(Silo silo, CommunityContext context, Readers readers, PublicationGate gate) {
        this.silo = silo;
        this.context = context;
        this.readers = readers;
        this.gate = gate;
        this.rule = new PublicationRule(context.community().threshold());
    }

    void show(DataSetId dataSet, int version, TableId table, Published published, String seen, JobControl job)
            throws AnalysisException {
        Provenance from = published.provenance();
        if (from.threshold() < rule.threshold()) {
            throw new AnalysisException(Message.of(CORE, "result.threshold", from.threshold(), rule.threshold()));
        }
        if (seen.isEmpty() || rule.threshold() == 1) {
            return;
        }
        String slot = from.data().getFirst().slot();
        SeenTable shown = SeenText.read(seen, slot);
        Optional<DataSet> rows = rows(dataSet, table);
        boolean may = readers.show(
                ledger(List.of(context.account().id()), dataSet, version),
                ledger(List.of(Ledger.everybody(silo)), dataSet, version),
                shown,
                slot,
                job,
                known -> rows.isPresent() && goes(rows.get(), slot, published, shown, known, job));
        if (!may) {
            throw new AnalysisException(Message.of(CORE, "result.too.close", rule.threshold()));
        }
    }

    private Ledger ledger(List<UserId> of, DataSetId dataSet, int version) {
        return new Ledger(silo, of, dataSet, version, Clock.systemUTC());
    }

    /** The data set as it was, where that is still kept. */
    private Optional<DataSet> rows(DataSetId dataSet, TableId table) {
        return Stream.concat(silo.dataSet(dataSet).stream(), silo.earlier(dataSet).stream())
                .filter(version -> version.table().equals(table))
                .findFirst();
    }

    /** Whether the gate would hide nothing more from this member. */
    private boolean goes(
            DataSet rows, String slot, Published published, SeenTable shown, List<SeenTable> known, JobControl job) {
        QueryEngine engine =
                HeldCounts.over(Map.of(slot, new StoredTable(silo.chunks(), rows.table(), rows.fields(), rows.rows())));
        Provenance from = published.provenance();
        Cells evidence = engine.answer(new Query.Aggregate(shown.keys(), shown.population(), from.unit()), job);
        try {
            Release release = gate.publish(
                    new Draft(List.of(), List.of(), List.of()),
                    evidence,
                    rule,
                    new SeenBefore(engine, evidence, shown.population(), rule, job).tables(known),
                    from.analysis(),
                    from.parameters(),
                    from.data(),
                    job);
            return !release.everything() && shown.hidden().containsAll(release.hidden());
        } catch (TooCloseException e) {
            return false;
        }
    }
}
