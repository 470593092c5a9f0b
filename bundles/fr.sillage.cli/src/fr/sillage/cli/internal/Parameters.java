package fr.sillage.cli.internal;

import fr.sillage.api.Values;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.extension.ParameterDescriptor.Kind;
import java.util.List;
import java.util.Set;

/** Checks of parameters that need no data, so that a wrong call is refused before a long file is read. */
final class Parameters {
    private Parameters() {}

    /** @throws WrongCallException where one is missing, unknown or has a value that it does not accept */
    static void check(Values given, List<ParameterDescriptor> declared) throws WrongCallException {
        for (String name : given.byName().keySet().stream().sorted().toList()) {
            if (declared.stream().noneMatch(p -> p.name().equals(name))) {
                throw new WrongCallException(
                        "parameter.unknown",
                        name,
                        String.join(
                                ", ",
                                declared.stream().map(ParameterDescriptor::name).toList()));
            }
        }
        for (ParameterDescriptor parameter : declared) {
            String value = given.get(parameter.name()).orElse("");
            if (value.isEmpty()) {
                if (parameter.required() && parameter.defaultValue().isEmpty()) {
                    throw new WrongCallException("parameter.missing", parameter.name());
                }
                continue;
            }
            List<String> accepted = parameter.kind() == Kind.BOOLEAN ? List.of("true", "false") : parameter.choices();
            if ((parameter.kind() == Kind.CHOICE || parameter.kind() == Kind.BOOLEAN) && !accepted.contains(value)) {
                throw new WrongCallException("parameter.value", parameter.name(), value, String.join(", ", accepted));
            }
        }
    }

    /** @throws WrongCallException where a parameter names a column that the file in this slot does not have */
    static void checkColumns(Values given, List<ParameterDescriptor> declared, String slot, Set<String> columns)
            throws WrongCallException {
        for (ParameterDescriptor parameter : declared) {
            boolean here = parameter.kind() == Kind.COLUMN
                    && parameter.slot().filter(slot::equals).isPresent();
            String value = given.get(parameter.name()).orElse("");
            if (here && !value.isEmpty() && !columns.contains(value)) {
                throw new WrongCallException("column.unknown", value);
            }
        }
    }
}
