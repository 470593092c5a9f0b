package fr.sillage.core.internal.results;

import fr.sillage.api.analysis.Analysis;
import fr.sillage.api.data.RoleId;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.ExtensionException;
import fr.sillage.core.extension.ExtensionException.Why;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.extension.SlotDescriptor;
import fr.sillage.core.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An analysis as it was declared, as a record for JSON; it cannot be run.
 *
 * @param names by language
 */
record DescriptorText(
        String id,
        String alias,
        String bundle,
        Map<String, String> names,
        List<String> slotNames,
        List<ParameterText> declared)
        implements AnalysisDescriptor {
    /** A parameter as far as a result is read by it. */
    record ParameterText(String name, String kind, String slot, List<String> choices) {
        ParameterDescriptor parameter() {
            return new ParameterDescriptor(
                    name,
                    ParameterDescriptor.Kind.valueOf(kind),
                    Optional.empty(),
                    false,
                    Optional.of(slot).filter(s -> !s.isEmpty()),
                    choices);
        }
    }

    static DescriptorText of(AnalysisDescriptor analysis) {
        Map<String, String> names = new HashMap<>();
        Texts.SUPPORTED.forEach(locale -> names.put(locale.getLanguage(), analysis.name(locale)));
        return new DescriptorText(
                analysis.id(),
                analysis.alias(),
                analysis.bundle(),
                names,
                analysis.slots().stream().map(SlotDescriptor::name).toList(),
                analysis.parameters().stream()
                        .map(parameter -> new ParameterText(
                                parameter.name(),
                                parameter.kind().name(),
                                parameter.slot().orElse(""),
                                parameter.choices()))
                        .toList());
    }

    @Override
    public String name(Locale locale) {
        return names.getOrDefault(Texts.supported(locale).getLanguage(), id);
    }

    @Override
    public String description(Locale locale) {
        return "";
    }

    @Override
    public List<SlotDescriptor> slots() {
        return slotNames.stream()
                .map(name -> new SlotDescriptor(name, Set.<RoleId>of()))
                .toList();
    }

    @Override
    public List<ParameterDescriptor> parameters() {
        return declared.stream().map(ParameterText::parameter).toList();
    }

    @Override
    public Analysis analysis() {
        throw new ExtensionException(this, Why.GONE);
    }
}
