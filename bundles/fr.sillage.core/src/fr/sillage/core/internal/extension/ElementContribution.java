package fr.sillage.core.internal.extension;

import fr.sillage.api.data.RoleId;
import fr.sillage.core.extension.Contribution;
import fr.sillage.core.extension.ExtensionException;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;

/**
 * What the three kinds of contribution share: attributes are read from the registry, the class is made at its first
 * use and kept.
 *
 * @param <T> type of the contributed class
 */
class ElementContribution<T> implements Contribution {
    private final IConfigurationElement element;
    private final Class<T> type;
    private T instance;

    ElementContribution(IConfigurationElement element, Class<T> type) {
        this.element = element;
        this.type = type;
    }

    final IConfigurationElement element() {
        return element;
    }

    @Override
    public String id() {
        return element.getAttribute("id");
    }

    @Override
    public String bundle() {
        return element.getContributor().getName();
    }

    @Override
    public String name(Locale locale) {
        return text("name", locale);
    }

    final String text(String attribute, Locale locale) {
        return element.getAttribute(attribute, Texts.supported(locale).getLanguage());
    }

    final synchronized T instance() {
        if (instance == null) {
            try {
                instance = type.cast(element.createExecutableExtension("class"));
            } catch (CoreException | ClassCastException | LinkageError e) {
                throw new ExtensionException(this, e);
            }
        }
        return instance;
    }

    public List<ParameterDescriptor> parameters() {
        return Arrays.stream(element.getChildren("parameter"))
                .map(ElementContribution::parameter)
                .toList();
    }

    private static ParameterDescriptor parameter(IConfigurationElement parameter) {
        return new ParameterDescriptor(
                parameter.getAttribute("name"),
                ParameterDescriptor.Kind.valueOf(parameter.getAttribute("type").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(parameter.getAttribute("default")),
                Boolean.parseBoolean(parameter.getAttribute("required")),
                Optional.ofNullable(parameter.getAttribute("slot")),
                Arrays.stream(parameter.getChildren("choice"))
                        .map(c -> c.getAttribute("value"))
                        .toList(),
                Arrays.stream(parameter.getChildren("default"))
                        .map(d -> new ParameterDescriptor.RoleDefault(
                                d.getAttribute("slot"), new RoleId(d.getAttribute("role")), d.getAttribute("value")))
                        .toList());
    }
}
