package fr.sillage.store.silo.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What a process that will be killed says it is about to do, and what it has done. */
final class CrashJournal {
    private static final String SILO = "silo";
    private static final String INTENT = "intent";
    private static final String DONE = "done";

    private final Path file;

    CrashJournal(Path file) {
        this.file = file;
    }

    /** One of two: what was acknowledged, or that with the work that was under way. */
    record Told(CrashState done, CrashState intended) {}

    /** Begins anew with what there is. */
    void begin(Map<UUID, CrashState> silos) throws IOException {
        StringBuilder lines = new StringBuilder();
        silos.forEach((silo, state) -> lines.append(line(SILO, silo, state)));
        Files.writeString(file, lines);
    }

    /** Before the work on a silo begins. */
    void intend(UUID silo, CrashState after) throws IOException {
        write(line(INTENT, silo, after));
    }

    /** As soon as the work is committed. */
    void done(UUID silo, CrashState after) throws IOException {
        write(line(DONE, silo, after));
    }

    private static String line(String what, UUID silo, CrashState state) {
        return what + "\t" + silo + "\t" + state + "\n";
    }

    private void write(String line) throws IOException {
        Files.writeString(file, line, StandardOpenOption.APPEND);
    }

    /** By silo; a silo that was only intended has nothing done. */
    Map<UUID, Told> read() throws IOException {
        Map<UUID, Told> told = new LinkedHashMap<>();
        String text = Files.readString(file, StandardCharsets.UTF_8);
        // a last line that was not written to its end says nothing
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
            String[] parts = line.split("\t", -1);
            UUID silo = UUID.fromString(parts[1]);
            CrashState state = CrashState.parse(parts[2]);
            CrashState before = told.containsKey(silo) ? told.get(silo).done() : CrashState.EMPTY;
            told.put(silo, parts[0].equals(INTENT) ? new Told(before, state) : new Told(state, state));
        }
        return told;
    }

    /** How much was acknowledged. */
    long acknowledged() throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(DONE)).count();
        }
    }
}
