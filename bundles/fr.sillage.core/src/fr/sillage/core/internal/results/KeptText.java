package fr.sillage.core.internal.results;

import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedFinding;
import fr.sillage.core.community.UserId;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.gate.PublishedText;
import fr.sillage.core.internal.analysis.Publishing;
import fr.sillage.core.results.AnalysisState;
import fr.sillage.core.results.KeptResult;
import fr.sillage.core.text.Templates;
import fr.sillage.core.text.TextKeeper;
import fr.sillage.engine.TableId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * A kept result as a record for JSON.
 *
 * @param seen what readers know from it, as {@link Publishing.Run} has it
 * @param table rows that it is of
 */
record KeptText(
        StateText state,
        DescriptorText analysis,
        Templates templates,
        PublishedText published,
        String seen,
        String table,
        String by,
        String ran) {
    static KeptText of(AnalysisState state, Publishing.Run run, TextKeeper texts, UserId by, Instant ran) {
        AnalysisDescriptor analysis = run.analysis();
        Published published = run.published();
        Set<String> speaking = new HashSet<>(Set.of(analysis.id()));
        published.findings().stream().map(PublishedFinding::key).forEach(key -> speaking.add(key.contribution()));
        return new KeptText(
                // what was left to defaults is as it was then
                StateText.of(new AnalysisState(
                        analysis.id(), state.dataSet(), published.provenance().parameters(), state.look())),
                DescriptorText.of(analysis),
                texts.templates(speaking),
                PublishedText.of(published),
                run.seen(),
                run.table().value().toString(),
                by.value().toString(),
                ran.toString());
    }

    TableId rows() {
        return new TableId(UUID.fromString(table));
    }

    KeptResult result(TextKeeper texts) {
        return new KeptResult(
                state.state(),
                analysis,
                published.published(),
                texts.texts(templates),
                new UserId(UUID.fromString(by)),
                Instant.parse(ran));
    }
}
