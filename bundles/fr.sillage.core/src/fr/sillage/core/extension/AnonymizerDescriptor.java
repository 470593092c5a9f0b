package fr.sillage.core.extension;

import fr.sillage.api.anonymizer.Anonymizer;
import java.util.List;
import java.util.Optional;

/** An anonymizer that a bundle contributes. */
public interface AnonymizerDescriptor extends Contribution {
    List<ParameterDescriptor> parameters();

    /** Which columns it is proposed for. */
    Optional<ProposedFor> proposedFor();

    /** Columns that an import proposes a treatment for. */
    enum ProposedFor {
        /** A direct identifier that says which person a row is about. */
        SUBJECT,
        /** Any other direct identifier. */
        IDENTIFIER
    }

    /**
     * Created at the first call.
     *
     * @throws ExtensionException where the class cannot be made
     */
    Anonymizer anonymizer();
}
