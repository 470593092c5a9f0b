package fr.sillage.core.extension;

import fr.sillage.api.Values;
import fr.sillage.api.anonymizer.Anonymizer;
import fr.sillage.api.data.Type;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An anonymizer that a bundle contributes. */
public interface AnonymizerDescriptor extends Contribution {
    List<ParameterDescriptor> parameters();

    /** Which columns it is proposed for. */
    Optional<ProposedFor> proposedFor();

    /** Types of the columns that it suits. */
    default Set<Type> types() {
        return EnumSet.allOf(Type.class);
    }

    /** Its parameters with their defaults. */
    default Values defaults() {
        Values values = Values.NONE;
        for (ParameterDescriptor parameter : parameters()) {
            if (parameter.defaultValue().isPresent()) {
                values = values.with(parameter.name(), parameter.defaultValue().get());
            }
        }
        return values;
    }

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
