package fr.sillage.core.fakes;

import fr.sillage.api.analysis.Analysis;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.extension.SlotDescriptor;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** An analysis without slots and parameters; what it asks it finds in a slot all the same. */
public record FakeAnalysis(String id, Function<AnalysisDescriptor, Analysis> made) implements AnalysisDescriptor {
    @Override
    public Analysis analysis() {
        return made.apply(this);
    }

    @Override
    public String alias() {
        return id;
    }

    @Override
    public String bundle() {
        return "test";
    }

    @Override
    public String name(Locale locale) {
        return id;
    }

    @Override
    public String description(Locale locale) {
        return "";
    }

    @Override
    public List<SlotDescriptor> slots() {
        return List.of();
    }

    @Override
    public List<ParameterDescriptor> parameters() {
        return List.of();
    }
}
