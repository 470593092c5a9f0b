package fr.sillage.core.extension;

import fr.sillage.api.anonymizer.Anonymizer;
import java.util.List;

/** An anonymizer that a bundle contributes. */
public interface AnonymizerDescriptor extends Contribution {
    List<ParameterDescriptor> parameters();

    /**
     * Created at the first call.
     *
     * @throws ExtensionException where the class cannot be made
     */
    Anonymizer anonymizer();
}
