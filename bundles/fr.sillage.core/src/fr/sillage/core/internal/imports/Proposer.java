package fr.sillage.core.internal.imports;

import fr.sillage.api.Message;
import fr.sillage.api.Values;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.source.Detection;
import fr.sillage.api.source.ProposedField;
import fr.sillage.api.source.SourceInput;
import fr.sillage.core.extension.AnonymizerDescriptor;
import fr.sillage.core.extension.AnonymizerDescriptor.ProposedFor;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.extension.SourceDescriptor;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.Proposal;
import fr.sillage.core.imports.Treatment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks all sources what a file is and makes a plan of the best answer. */
final class Proposer {
    private static final Logger LOG = LoggerFactory.getLogger(Proposer.class);

    /** Parameter of an anonymizer that receives what a source says of an identifier. */
    private static final String SCHEME = "scheme";

    private final Extensions extensions;

    Proposer(Extensions extensions) {
        this.extensions = extensions;
    }

    /** @param sources those that are asked; the most confident one proposes */
    Proposal propose(SourceInput file, List<SourceDescriptor> sources) throws IOException, ImportException {
        HeadInput head = HeadInput.of(file);
        SourceDescriptor best = null;
        Detection detected = null;
        List<Message> refusals = new ArrayList<>();
        for (SourceDescriptor source : sources) {
            Detection detection = detect(source, head);
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
        List<ColumnPlan> columns = detected.fields().stream().map(this::column).toList();
        return new Proposal(
                detected.why(), new ImportPlan(baseName(file.name()), best.id(), detected.settings(), columns, ""));
    }

    private static Detection detect(SourceDescriptor source, HeadInput head) throws IOException {
        try {
            return source.source().detect(head);
        } catch (RuntimeException | LinkageError e) {
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
        Values values = Values.NONE;
        for (ParameterDescriptor parameter : anonymizer.parameters()) {
            Optional<String> value =
                    parameter.name().equals(SCHEME) ? scheme.or(parameter::defaultValue) : parameter.defaultValue();
            if (value.isPresent()) {
                values = values.with(parameter.name(), value.get());
            }
        }
        return values;
    }

    private static String baseName(String file) {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
