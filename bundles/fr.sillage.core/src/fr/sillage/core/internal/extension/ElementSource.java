package fr.sillage.core.internal.extension;

import fr.sillage.api.source.DataSource;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.extension.SourceDescriptor;
import java.util.List;
import org.eclipse.core.runtime.IConfigurationElement;

/** A data source in the registry. */
final class ElementSource extends ElementContribution<DataSource> implements SourceDescriptor {
    ElementSource(IConfigurationElement element) {
        super(element, DataSource.class);
    }

    @Override
    public List<ParameterDescriptor> settings() {
        return parameters();
    }

    @Override
    public DataSource source() {
        return instance();
    }
}
