package fr.sillage.cli.internal;

import fr.sillage.api.data.RoleId;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.extension.SlotDescriptor;
import fr.sillage.core.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What can be asked for, in words; loads no contributed class. */
final class HelpText {
    private final Texts texts;
    private final Words words;

    HelpText(Texts texts, Words words) {
        this.texts = texts;
        this.words = words;
    }

    /** How the command is called. */
    List<String> usage() {
        return words.text("usage").lines().toList();
    }

    /** The installed analyses, by alias. */
    List<String> listing(List<AnalysisDescriptor> analyses) {
        if (analyses.isEmpty()) {
            return List.of(words.text("listing.none"));
        }
        List<List<String>> rows = analyses.stream()
                .sorted(Comparator.comparing(AnalysisDescriptor::alias))
                .map(a -> List.of(a.alias(), a.name(words.locale()), a.description(words.locale())))
                .toList();
        return TextTable.lines(
                List.of(words.text("listing.analysis"), words.text("listing.name"), words.text("listing.description")),
                List.of(false, false, false),
                rows);
    }

    /** Slots and parameters of an analysis. */
    List<String> analysis(AnalysisDescriptor analysis) {
        List<String> lines = new ArrayList<>();
        lines.add(analysis.alias() + " – " + analysis.name(words.locale()));
        lines.add(analysis.description(words.locale()));
        lines.add("");
        lines.add(words.text("help.data"));
        analysis.slots().forEach(slot -> lines.addAll(slot(analysis, slot)));
        lines.add("");
        lines.add(words.text("help.parameters"));
        analysis.parameters().forEach(parameter -> lines.addAll(parameter(analysis, parameter)));
        lines.add("");
        lines.addAll(usage());
        return lines;
    }

    private List<String> slot(AnalysisDescriptor analysis, SlotDescriptor slot) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + slot.name() + ": " + texts.text(analysis.id(), "slot." + slot.name(), words.locale()));
        if (!slot.roles().isEmpty()) {
            lines.add("      "
                    + words.text(
                            "help.roles",
                            String.join(
                                    ", ",
                                    slot.roles().stream()
                                            .map(RoleId::id)
                                            .sorted()
                                            .toList())));
        }
        return lines;
    }

    private List<String> parameter(AnalysisDescriptor analysis, ParameterDescriptor parameter) {
        List<String> lines = new ArrayList<>();
        String key = "parameter." + parameter.name();
        List<String> traits = new ArrayList<>();
        traits.add(words.text("help.kind." + parameter.kind()));
        if (parameter.required() && parameter.defaultValue().isEmpty()) {
            traits.add(words.text("help.required"));
        }
        parameter.defaultValue().ifPresent(value -> traits.add(words.text("help.default", value)));
        parameter
                .roleDefaults()
                .forEach(each -> traits.add(words.text(
                        "help.default.role", each.value(), each.role().id())));
        lines.add("  " + parameter.name() + ": " + texts.text(analysis.id(), key, words.locale()) + " ("
                + String.join(", ", traits) + ")");
        parameter
                .choices()
                .forEach(choice -> lines.add(
                        "      " + choice + ": " + texts.text(analysis.id(), key + "." + choice, words.locale())));
        return lines;
    }
}
