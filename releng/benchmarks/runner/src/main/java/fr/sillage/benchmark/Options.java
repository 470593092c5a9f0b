package fr.sillage.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options of the form {@code --name value}. */
public final class Options {
    private final Map<String, String> values = new LinkedHashMap<>();

    private Options() {}

    static Options of(List<String> arguments) throws WrongCallException {
        Options options = new Options();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!name.startsWith("--") || i + 1 == arguments.size()) {
                throw new WrongCallException("not an option with a value: " + name);
            }
            options.values.put(name.substring(2), arguments.get(i + 1));
        }
        return options;
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * A count, or several with commas between.
     *
     * @param otherwise where the option is not given
     */
    public List<Long> counts(String name, List<Long> otherwise) throws WrongCallException {
        if (!values.containsKey(name)) {
            return otherwise;
        }
        List<Long> counts = new ArrayList<>();
        for (String text : values.get(name).split(",")) {
            if (!text.matches("[1-9]\\d{0,11}")) {
                throw new WrongCallException("--" + name + " is a number from 1 on, not " + text);
            }
            counts.add(Long.valueOf(text));
        }
        return counts;
    }

    /** @throws WrongCallException where there are others */
    public void allow(Set<String> names) throws WrongCallException {
        for (String name : values.keySet()) {
            if (!names.contains(name)) {
                throw new WrongCallException("no option --" + name);
            }
        }
    }
}
