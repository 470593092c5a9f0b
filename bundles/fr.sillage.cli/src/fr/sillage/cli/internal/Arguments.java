package fr.sillage.cli.internal;

import fr.sillage.api.Values;
import fr.sillage.api.data.RoleId;
import fr.sillage.core.community.Community;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the arguments behind {@code analyse}. */
final class Arguments {
    private final Deque<String> rest;
    private final List<String> data = new ArrayList<>();
    private final Map<String, Set<RoleId>> roles = new LinkedHashMap<>();
    private Optional<String> analysis = Optional.empty();
    private Optional<String> source = Optional.empty();
    private Values parameters = Values.NONE;
    private int threshold = Community.DEFAULT_THRESHOLD;
    private boolean json;
    private Optional<Path> export = Optional.empty();
    private boolean help;

    private Arguments(List<String> arguments) {
        this.rest = new ArrayDeque<>(arguments);
    }

    /** @throws WrongCallException where an option is unknown, incomplete or of no use */
    static Call parse(List<String> arguments) throws WrongCallException {
        Arguments reading = new Arguments(arguments);
        while (!reading.rest.isEmpty()) {
            reading.next(reading.rest.pop());
        }
        return reading.call();
    }

    private void next(String argument) throws WrongCallException {
        switch (argument) {
            case "--help", "-h" -> help = true;
            case "--json" -> json = true;
            case "--data" -> data.add(value(argument));
            case "--source" -> source = Optional.of(value(argument));
            case "--language" -> language(value(argument));
            case "--threshold" -> threshold = threshold(value(argument));
            case "--export" -> export(value(argument));
            case "--role" -> role(value(argument));
            case "--param" -> parameter(value(argument));
            default -> analysis(argument);
        }
    }

    private String value(String option) throws WrongCallException {
        String value = rest.poll();
        if (value == null || value.isEmpty() || value.startsWith("--")) {
            throw new WrongCallException("option.value.missing", option);
        }
        return value;
    }

    private static void language(String value) throws WrongCallException {
        if (!value.equals("fr") && !value.equals("en")) {
            throw new WrongCallException("option.language", value);
        }
    }

    private static int threshold(String value) throws WrongCallException {
        if (!value.matches("[1-9]\\d{0,8}")) {
            throw new WrongCallException("option.threshold", value);
        }
        return Integer.parseInt(value);
    }

    private void export(String value) throws WrongCallException {
        try {
            Path file = Path.of(value);
            ResultFile.Kind.of(file);
            export = Optional.of(file);
        } catch (InvalidPathException e) {
            throw new WrongCallException("option.export", value);
        }
    }

    private void role(String value) throws WrongCallException {
        // the last sign, since a column's name may hold one and a role's never does
        int sign = value.lastIndexOf('=');
        if (sign < 1) {
            throw new WrongCallException("option.role", value);
        }
        try {
            roles.computeIfAbsent(value.substring(0, sign), column -> new HashSet<>())
                    .add(new RoleId(value.substring(sign + 1)));
        } catch (IllegalArgumentException e) {
            throw new WrongCallException("option.role", value);
        }
    }

    private void parameter(String value) throws WrongCallException {
        int sign = value.indexOf('=');
        if (sign < 1) {
            throw new WrongCallException("option.param", value);
        }
        String name = value.substring(0, sign);
        if (parameters.get(name).isPresent()) {
            throw new WrongCallException("option.param.twice", name);
        }
        parameters = parameters.with(name, value.substring(sign + 1));
    }

    private void analysis(String argument) throws WrongCallException {
        if (argument.startsWith("-")) {
            throw new WrongCallException("option.unknown", argument);
        }
        if (analysis.isPresent()) {
            throw new WrongCallException("argument.surplus", argument);
        }
        analysis = Optional.of(argument);
    }

    private Call call() throws WrongCallException {
        if (help) {
            return analysis.<Call>map(Call.Help::new).orElseGet(Call.Usage::new);
        }
        if (analysis.isEmpty()) {
            if (!data.isEmpty()
                    || !roles.isEmpty()
                    || !parameters.byName().isEmpty()
                    || json
                    || source.isPresent()
                    || export.isPresent()) {
                throw new WrongCallException("analysis.missing");
            }
            return new Call.Listing();
        }
        if (data.isEmpty()) {
            throw new WrongCallException("data.missing");
        }
        return new Call.Run(analysis.get(), data, source, roles, parameters, threshold, json, export);
    }
}
