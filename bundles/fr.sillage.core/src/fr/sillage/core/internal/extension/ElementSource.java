package fr.sillage.core.internal.extension;

import fr.sillage.api.source.DataSource;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.extension.SourceDescriptor;
import fr.sillage.core.internal.guard.ExtensionGuard;
import java.util.List;
import org.eclipse.core.runtime.IConfigurationElement;

/** A data source in the registry. */
final class ElementSource extends ElementContribution implements SourceDescriptor {
    private final DataSource source;

    ElementSource(IConfigurationElement element, ExtensionGuard guard) {
        super(element);
        this.source = guard.source(this, () -> make("class"));
    }

    @Override
    public List<ParameterDescriptor> settings() {
        return parameters();
    }

    @Override
    public DataSource source() {
        return source;
    }
}
