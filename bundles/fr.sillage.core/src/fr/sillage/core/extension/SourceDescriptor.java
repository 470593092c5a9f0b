package fr.sillage.core.extension;

import fr.sillage.api.source.DataSource;
import java.util.List;

/** A data source that a bundle contributes. */
public interface SourceDescriptor extends Contribution {
    List<ParameterDescriptor> settings();

    /**
     * Created at the first call.
     *
     * @throws ExtensionException where the class cannot be made
     */
    DataSource source();
}
