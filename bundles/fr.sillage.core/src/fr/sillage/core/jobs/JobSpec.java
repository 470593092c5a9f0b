package fr.sillage.core.jobs;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a job is to do, as data: it survives a restart of the platform.
 *
 * @param kind id of a {@link JobKind}
 * @param subject what it works on, in words that the person knows: the name of a file or data set
 * @param arguments by name; the kind says which
 */
public record JobSpec(String kind, String subject, Map<String, String> arguments) {
    public JobSpec {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(subject);
        arguments = Map.copyOf(arguments);
    }

    /** @throws IllegalArgumentException where there is no such argument */
    public String argument(String name) {
        String value = arguments.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no argument " + name + " for a job of kind " + kind);
        }
        return value;
    }

    public JobSpec with(String name, String value) {
        Map<String, String> copy = new TreeMap<>(arguments);
        copy.put(name, value);
        return new JobSpec(kind, subject, copy);
    }

    @Override
    public String toString() {
        return "job of kind " + kind;
    }
}
