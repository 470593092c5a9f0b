package fr.sillage.core.internal.extension;

import fr.sillage.api.analysis.Analysis;
import fr.sillage.api.data.RoleId;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.SlotDescriptor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IConfigurationElement;

/** An analysis in the registry. */
final class ElementAnalysis extends ElementContribution<Analysis> implements AnalysisDescriptor {
    ElementAnalysis(IConfigurationElement element) {
        super(element, Analysis.class);
    }

    @Override
    public String alias() {
        return element().getAttribute("alias");
    }

    @Override
    public String description(Locale locale) {
        return text("description", locale);
    }

    @Override
    public List<SlotDescriptor> slots() {
        return Arrays.stream(element().getChildren("slot"))
                .map(slot -> new SlotDescriptor(
                        slot.getAttribute("name"),
                        Arrays.stream(slot.getChildren("role"))
                                .map(role -> new RoleId(role.getAttribute("id")))
                                .collect(Collectors.toUnmodifiableSet())))
                .toList();
    }

    @Override
    public Analysis analysis() {
        return instance();
    }
}
