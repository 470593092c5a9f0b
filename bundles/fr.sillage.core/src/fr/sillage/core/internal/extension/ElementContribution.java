package fr.sillage.core.internal.extension;

import fr.sillage.api.data.RoleId;
import fr.sillage.core.extension.Contribution;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.ContributorFactoryOSGi;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;

/**
 * What the three kinds of contribution share. All that plugin.xml says is read at once, so that it can still be told
 * when the bundle is gone; the class is made at its first use.
 */
abstract class ElementContribution implements Contribution {
    private final IConfigurationElement element;
    private final String id;
    private final String bundle;
    private final boolean product;
    private final Map<Locale, String> names;
    private final List<ParameterDescriptor> parameters;

    /** @throws Elements.MisdeclaredException where the element does not follow the schema */
    ElementContribution(IConfigurationElement element) {
        this.element = element;
        this.bundle = element.getContributor().getName();
        this.product = Optional.ofNullable(ContributorFactoryOSGi.resolve(element.getContributor()))
                .flatMap(InstalledBundles::file)
                .isEmpty();
        this.id = Elements.required(element, "id");
        this.names = Elements.texts(element, "name");
        this.parameters = Elements.children(element, "parameter", ElementContribution::parameter);
        Elements.required(element, "class");
        Elements.required(element, "texts");
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String bundle() {
        return bundle;
    }

    @Override
    public final String name(Locale locale) {
        return names.get(Texts.supported(locale));
    }

    /** Whether its bundle came with the product, not by the extensions folder. */
    final boolean isOfTheProduct() {
        return product;
    }

    public final List<ParameterDescriptor> parameters() {
        return parameters;
    }

    /** A new instance of a class that an attribute names. */
    final Object make(String attribute) throws CoreException {
        return element.createExecutableExtension(attribute);
    }

    private static ParameterDescriptor parameter(IConfigurationElement parameter) {
        return new ParameterDescriptor(
                Elements.required(parameter, "name"),
                Elements.parsed(
                        parameter, "type", type -> ParameterDescriptor.Kind.valueOf(type.toUpperCase(Locale.ROOT))),
                Optional.ofNullable(parameter.getAttribute("default")),
                Boolean.parseBoolean(parameter.getAttribute("required")),
                Elements.optional(parameter, "slot"),
                Elements.optional(parameter, "types", Elements::types).orElse(Set.of()),
                Elements.children(parameter, "choice", choice -> Elements.required(choice, "value")),
                Elements.children(
                        parameter,
                        "default",
                        each -> new ParameterDescriptor.RoleDefault(
                                Elements.required(each, "slot"),
                                Elements.parsed(each, "role", RoleId::new),
                                Elements.required(each, "value"))));
    }
}
