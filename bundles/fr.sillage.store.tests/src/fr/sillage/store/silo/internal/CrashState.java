package fr.sillage.store.silo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a silo should hold, as a line of text: {@code imports#name=number:version|version;...}, the earliest version that
 * is kept first, the present one, which has that number, last; a version is {@code part,part}.
 *
 * @param imports how many records of imports
 * @param sets by name
 */
record CrashState(int imports, SortedMap<String, Versions> sets) {
    static final CrashState EMPTY = new CrashState(0, new TreeMap<>());

    /** Rows that one import brought: {@code seed/rows/person+person}, of which those of these persons were erased. */
    record Part(long seed, int rows, TreeSet<Integer> erased) {
        static Part of(long seed, int rows) {
            return new Part(seed, rows, new TreeSet<>());
        }

        Part without(int person) {
            return without(Set.of(person));
        }

        Part without(Set<Integer> persons) {
            TreeSet<Integer> more = new TreeSet<>(erased);
            more.addAll(persons);
            return new Part(seed, rows, more);
        }

        static Part parse(String text) {
            String[] parts = text.split("/", -1);
            TreeSet<Integer> erased =
                    split(parts[2], "\\+").map(Integer::valueOf).collect(Collectors.toCollection(TreeSet::new));
            return new Part(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), erased);
        }

        @Override
        public String toString() {
            return seed + "/" + rows + "/"
                    + erased.stream().map(String::valueOf).collect(Collectors.joining("+"));
        }
    }

    /** @param number of the present version, which is the last one */
    record Versions(int number, List<List<Part>> kept) {
        Versions {
            kept = List.copyOf(kept);
        }

        List<Part> present() {
            return kept.getLast();
        }

        Versions next(List<Part> version, int mostKept) {
            List<List<Part>> all = new ArrayList<>(kept);
            all.add(version);
            return new Versions(number + 1, all.subList(Math.max(0, all.size() - mostKept - 1), all.size()));
        }

        /** @param steps fewer than there are versions */
        Versions rolledBack(int steps) {
            return new Versions(number - steps, kept.subList(0, kept.size() - steps));
        }

        private static Versions parse(String text) {
            int colon = text.indexOf(':');
            List<List<Part>> kept = new ArrayList<>();
            for (String version : text.substring(colon + 1).split("\\|", -1)) {
                kept.add(split(version, ",").map(Part::parse).toList());
            }
            return new Versions(Integer.parseInt(text.substring(0, colon)), kept);
        }

        @Override
        public String toString() {
            return number + ":"
                    + kept.stream()
                            .map(parts -> parts.stream().map(Part::toString).collect(Collectors.joining(",")))
                            .collect(Collectors.joining("|"));
        }
    }

    static CrashState parse(String line) {
        SortedMap<String, Versions> sets = new TreeMap<>();
        int imports = Integer.parseInt(line.substring(0, line.indexOf('#')));
        split(line.substring(line.indexOf('#') + 1), ";")
                .map(set -> set.split("=", 2))
                .forEach(set -> sets.put(set[0], Versions.parse(set[1])));
        return new CrashState(imports, sets);
    }

    /** After an import. */
    CrashState with(String name, Versions versions) {
        SortedMap<String, Versions> changed = new TreeMap<>(sets);
        changed.put(name, versions);
        return new CrashState(imports + 1, changed);
    }

    /** After an import of that data set was taken back. */
    CrashState undone(String name) {
        SortedMap<String, Versions> changed = new TreeMap<>(sets);
        Versions versions = sets.get(name);
        if (versions.kept().size() == 1) {
            changed.remove(name);
        } else {
            changed.put(name, versions.rolledBack(1));
        }
        return new CrashState(imports, changed);
    }

    /** After the last imports of that data set were taken back at once. */
    CrashState rolledBack(String name, int steps) {
        SortedMap<String, Versions> changed = new TreeMap<>(sets);
        changed.put(name, sets.get(name).rolledBack(steps));
        return new CrashState(imports, changed);
    }

    /** After the person was erased out of all versions. */
    CrashState erased(int person) {
        SortedMap<String, Versions> changed = new TreeMap<>();
        sets.forEach((name, versions) -> changed.put(
                name,
                new Versions(
                        versions.number(),
                        versions.kept().stream()
                                .map(parts -> parts.stream()
                                        .map(p -> p.without(person))
                                        .toList())
                                .toList())));
        return new CrashState(imports, changed);
    }

    private static Stream<String> split(String text, String by) {
        return Stream.of(text.split(by)).filter(part -> !part.isEmpty());
    }

    @Override
    public String toString() {
        Function<Map.Entry<String, Versions>, String> set = entry -> entry.getKey() + "=" + entry.getValue();
        return imports + "#" + sets.entrySet().stream().map(set).collect(Collectors.joining(";"));
    }
}
