package fr.sillage.core.fakes;

import fr.sillage.api.analysis.Analysis;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.extension.SlotDescriptor;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** An analysis; what it asks it finds in a slot also where it declares none. */
public record FakeAnalysis(
        String id,
        Function<AnalysisDescriptor, Analysis> made,
        List<SlotDescriptor> slots,
        List<ParameterDescriptor> parameters)
        implements AnalysisDescriptor {
    /** Without slots and parameters. */
    public FakeAnalysis(String id, Function<AnalysisDescriptor, Analysis> made) {
        this(id, made, List.of(), List.of());
    }

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
}
