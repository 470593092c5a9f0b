package fr.sillage.cli.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.published.Published;
import fr.sillage.core.analysis.Analyses;
import fr.sillage.core.analysis.SlotTable;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.ExtensionException;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.extension.SourceDescriptor;
import fr.sillage.core.gate.PublicationRule;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.Imports;
import fr.sillage.core.text.Texts;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code ./sillage analyse}: an analysis of files, through the same pipeline and gate as in the browser. */
final class AnalyseCommand {
    private final Services services;
    private final PrintStream out;
    private final PrintStream err;

    /** The platform's services that the command needs. */
    record Services(Extensions extensions, Imports imports, Analyses analyses, Texts texts) {
        Services {
            Objects.requireNonNull(extensions);
            Objects.requireNonNull(imports);
            Objects.requireNonNull(analyses);
            Objects.requireNonNull(texts);
        }
    }

    AnalyseCommand(Services services, PrintStream out, PrintStream err) {
        this.services = services;
        this.out = out;
        this.err = err;
    }

    /** @return the exit code: 0, 1 for bad data, 2 for a wrong call */
    int run(List<String> arguments, Map<String, String> environment) {
        Words words = new Words(Language.of(arguments, environment));
        try {
            print(carryOut(Arguments.parse(arguments), words));
            return 0;
        } catch (WrongCallException e) {
            complain(words.text(e.key(), e.arguments()));
            return Failure.WRONG_CALL;
        } catch (Failure e) {
            complain(e.line());
            return e.code();
        } catch (ExtensionException e) {
            complain(words.text("extension.failed", e.getMessage()));
            return Failure.BAD_DATA;
        }
    }

    private List<String> carryOut(Call call, Words words) throws WrongCallException, Failure {
        HelpText help = new HelpText(services.texts(), words);
        return switch (call) {
            case Call.Usage usage -> help.usage();
            case Call.Listing listing -> help.listing(services.extensions().analyses());
            case Call.Help asked -> help.analysis(analysis(asked.analysis()));
            case Call.Run run -> analyse(run, words);
        };
    }

    private AnalysisDescriptor analysis(String name) throws WrongCallException {
        Optional<AnalysisDescriptor> found = services.extensions().analysis(name);
        if (found.isEmpty()) {
            throw new WrongCallException(
                    "analysis.unknown",
                    name,
                    services.extensions().analyses().stream()
                            .map(AnalysisDescriptor::alias)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        return found.get();
    }

    private List<String> analyse(Call.Run call, Words words) throws WrongCallException, Failure {
        AnalysisDescriptor analysis = analysis(call.analysis());
        Parameters.check(call.parameters(), analysis.parameters());
        Map<String, SlotTable> tables = read(call, analysis, words);
        try {
            Published result = services.analyses()
                    .run(analysis, tables, call.parameters(), new PublicationRule(call.threshold()), JobControl.NONE);
            Texts texts = services.texts().speakingOf(result.provenance().rowKind());
            ResultText text = new ResultText(texts, words);
            if (call.export().isPresent()) {
                new ResultFile(texts, words, analysis)
                        .write(call.export().get(), result, text.provenance(result.provenance()));
            }
            return call.json()
                    ? List.of(new ResultJson(texts, words.locale()).document(analysis, result))
                    : text.lines(analysis, result);
        } catch (AnalysisException e) {
            // the data were read: what was asked of them does not fit
            throw new Failure(Failure.WRONG_CALL, services.texts().text(e.reason(), words.locale()));
        }
    }

    private Map<String, SlotTable> read(Call.Run call, AnalysisDescriptor analysis, Words words)
            throws WrongCallException, Failure {
        Optional<String> source = source(call);
        Map<String, FileInput> files = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry :
                Slots.assign(call.data(), analysis.slots()).entrySet()) {
            files.put(entry.getKey(), FileInput.of(entry.getValue()));
        }
        DataFile reading = new DataFile(services.imports(), services.texts(), words);
        Map<String, ImportPlan> plans = new LinkedHashMap<>();
        Set<String> known = new HashSet<>();
        for (Map.Entry<String, FileInput> file : files.entrySet()) {
            ImportPlan plan = reading.propose(file.getValue(), source);
            Set<String> columns =
                    plan.columns().stream().map(c -> c.field().name()).collect(Collectors.toSet());
            Parameters.checkColumns(call.parameters(), analysis.parameters(), file.getKey(), columns);
            known.addAll(columns);
            plans.put(file.getKey(), plan);
        }
        checkRoles(call.roles(), known);
        Map<String, SlotTable> tables = new LinkedHashMap<>();
        for (Map.Entry<String, FileInput> file : files.entrySet()) {
            ImportPlan plan = new RolePlan(services.extensions()).with(plans.get(file.getKey()), call.roles());
            DataFile.Read read = reading.read(file.getValue(), plan);
            read.rejected().ifPresent(this::complain);
            tables.put(file.getKey(), read.table());
        }
        return tables;
    }

    private Optional<String> source(Call.Run call) throws WrongCallException {
        if (call.source().isEmpty()) {
            return Optional.empty();
        }
        String name = call.source().get();
        List<String> ids = services.extensions().sources().stream()
                .map(SourceDescriptor::id)
                .sorted()
                .toList();
        // the last part of an id is enough where it is the only such one
        List<String> meant = ids.contains(name)
                ? List.of(name)
                : ids.stream().filter(id -> id.endsWith("." + name)).toList();
        if (meant.size() != 1) {
            throw new WrongCallException("source.unknown", name, String.join(", ", ids));
        }
        return Optional.of(meant.getFirst());
    }

    private static void checkRoles(Map<String, Set<RoleId>> roles, Set<String> columns) throws WrongCallException {
        for (String column : roles.keySet().stream().sorted().toList()) {
            if (!columns.contains(column)) {
                throw new WrongCallException("column.unknown", column);
            }
        }
    }

    private void print(List<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }

    /** One line, whatever stands in a file's name or column. */
    private void complain(String line) {
        err.println(TextTable.plain(line));
        err.flush();
    }
}
