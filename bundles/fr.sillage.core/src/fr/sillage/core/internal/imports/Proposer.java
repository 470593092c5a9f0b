package fr.sillage.core.internal.imports;

import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
import fr.sillage.api.Values;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.source.Detection;
import fr.sillage.api.source.ProposedField;
import fr.sillage.api.source.SourceInput;
import fr.sillage.core.extension.AnonymizerDescriptor;
import fr.sillage.core.extension.AnonymizerDescriptor.ProposedFor;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.extension.SourceDescriptor;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.Proposal;
import fr.sillage.core.imports.Sample;
import fr.sillage.core.imports.Treatment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks all sources what a file is and makes a plan of the best answer. */
final class Proposer {
    private static final Logger LOG = LoggerFactory.getLogger(Proposer.class);

    /** Parameter of an anonymizer that receives what a source says of an identifier. */
    private static final String SCHEME = "scheme";

    /** Rows that are looked at where the source's own proposal does not fit. */
    private static final int SAMPLE = 1_000;

    private final Extensions extensions;

    Proposer(Extensions extensions) {
        this.extensions = extensions;
    }

    /** @param sources those that are asked; the most confident one proposes */
    Proposal propose(SourceInput file, List<SourceDescriptor> sources) throws ImportException {
        HeadInput head = head(file);
        SourceDescriptor best = null;
        Detection detected = null;
        List<Message> refusals = new ArrayList<>();
        for (SourceDescriptor source : sources) {
            Detection detection = guarded(source, () -> source.source().detect(head));
            if (detection.confidence() <= 0) {
                refusals.addAll(detection.why());
            } else if (detected == null || detection.confidence() > detected.confidence()) {
                best = source;
                detected = detection;
            }
        }
        if (best == null || detected == null) {
            throw new ImportException(
                    refusals.isEmpty() ? Message.of("fr.sillage.core", "file.unknown") : refusals.getFirst(),
                    OptionalLong.empty());
        }
        return proposal(file, best, detected.why(), detected.settings(), detected.fields());
    }

    /** @param chosen settings that a person chose; the others are detected */
    Proposal propose(SourceInput file, SourceDescriptor source, Values chosen) throws ImportException {
        HeadInput head = head(file);
        Detection detected = guarded(source, () -> source.source().detect(head, chosen));
        Values settings = new Values(Stream.of(detected.settings(), chosen)
                .flatMap(values -> values.byName().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> second)));
        Sampler sampler = new Sampler(SAMPLE);
        new FileReading(extensions).any(file, source.id(), settings, JobControl.NONE, sampler, sampler);
        Sample sample = sampler.sample();
        return proposal(
                file,
                source,
                detected.confidence() > 0 ? detected.why() : List.of(),
                settings,
                fields(detected, sample));
    }

    /** The detected fields in so far as they are in the file when it is read with the chosen settings. */
    private static List<ProposedField> fields(Detection detected, Sample sample) {
        List<ProposedField> fields = new ArrayList<>();
        for (int i = 0; i < sample.names().size(); i++) {
            String name = sample.names().get(i);
            Column.Texts values = sample.columns().get(i);
            fields.add(detected.fields().stream()
                    .filter(proposed -> proposed.field().name().equals(name))
                    .findFirst()
                    .orElseGet(() -> FieldGuess.of(name, values)));
        }
        return fields;
    }

    private Proposal proposal(
            SourceInput file, SourceDescriptor source, List<Message> why, Values settings, List<ProposedField> fields)
            throws ImportException {
        FileReading.requireFew(fields.size());
        List<ColumnPlan> columns = fields.stream().map(this::column).toList();
        return new Proposal(why, new ImportPlan(baseName(file.name()), source.id(), settings, columns, ""));
    }

    private static HeadInput head(SourceInput file) throws ImportException {
        try {
            return HeadInput.of(file);
        } catch (IOException e) {
            throw FileReading.refused("file.unreadable");
        }
    }

    private interface Detecting {
        Detection detect() throws IOException;
    }

    private static Detection guarded(SourceDescriptor source, Detecting call) {
        try {
            return call.detect();
        } catch (IOException | RuntimeException | LinkageError e) {
            // one source that fails leaves the file to the others
            LOG.warn(
                    "source {} of {} failed in detecting: {}",
                    source.id(),
                    source.bundle(),
                    e.getClass().getName());
            return Detection.none(Message.of("fr.sillage.core", "file.unknown"));
        }
    }

    private ColumnPlan column(ProposedField proposed) {
        return new ColumnPlan(proposed.field(), proposed.format(), treatment(proposed));
    }

    private Treatment treatment(ProposedField proposed) {
        Field field = proposed.field();
        if (field.privacy() != Privacy.DIRECT_IDENTIFIER) {
            return Treatment.KEEP;
        }
        ProposedFor kind = field.roles().contains(RoleId.SUBJECT) ? ProposedFor.SUBJECT : ProposedFor.IDENTIFIER;
        return extensions.anonymizers().stream()
                .filter(a -> a.proposedFor().equals(Optional.of(kind)))
                .findFirst()
                .map(a -> new Treatment(a.id(), values(a, proposed.scheme())))
                .orElse(Treatment.KEEP); // none installed: the plan is refused until somebody decides
    }

    private static Values values(AnonymizerDescriptor anonymizer, Optional<String> scheme) {
        boolean named = anonymizer.parameters().stream().anyMatch(p -> p.name().equals(SCHEME));
        return scheme.isPresent() && named ? anonymizer.defaults().with(SCHEME, scheme.get()) : anonymizer.defaults();
    }

    private static String baseName(String file) {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
