package fr.sillage.core.internal.extension;

import fr.sillage.api.analysis.Analysis;
import fr.sillage.api.data.RoleId;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.ContributedView;
import fr.sillage.core.extension.SlotDescriptor;
import fr.sillage.core.internal.guard.ExtensionGuard;
import fr.sillage.core.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.IConfigurationElement;

/** An analysis in the registry. */
final class ElementAnalysis extends ElementContribution implements AnalysisDescriptor {
    private final String alias;
    private final Map<Locale, String> descriptions;
    private final List<SlotDescriptor> slots;
    private final Analysis analysis;
    private final Optional<ContributedView> view;

    ElementAnalysis(IConfigurationElement element, ExtensionGuard guard) {
        super(element);
        this.alias = Elements.required(element, "alias");
        this.descriptions = Elements.texts(element, "description");
        this.slots = Elements.children(element, "slot", ElementAnalysis::slot);
        this.analysis = guard.analysis(this, () -> make("class"));
        this.view = Elements.optional(element, "view").map(name -> guard.view(this, () -> make("view")));
    }

    private static SlotDescriptor slot(IConfigurationElement slot) {
        return new SlotDescriptor(
                Elements.required(slot, "name"),
                Set.copyOf(Elements.children(slot, "role", role -> Elements.parsed(role, "id", RoleId::new))));
    }

    @Override
    public String alias() {
        return alias;
    }

    @Override
    public String description(Locale locale) {
        return descriptions.get(Texts.supported(locale));
    }

    @Override
    public List<SlotDescriptor> slots() {
        return slots;
    }

    @Override
    public Analysis analysis() {
        return analysis;
    }

    @Override
    public Optional<ContributedView> view() {
        return view;
    }
}
