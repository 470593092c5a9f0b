package fr.sillage.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a main class in a JVM of its own, so that nobody's heap or compiled code helps or hinders another. It tells its
 * results by {@link #tell}; all else that it prints goes on to the screen.
 */
public final class ChildJvm {
    private static final String RESULT = "result\t";

    private ChildJvm() {}

    /** In the child: a result for whoever waits. */
    public static void tell(String name, double value) {
        System.out.println(RESULT + name + "\t" + value);
    }

    /**
     * @param options of the JVM, such as {@code -Xmx512m}
     * @return what the child told, in its order
     * @throws IOException where it ends with another code than 0
     */
    public static Map<String, Double> run(Class<?> main, List<String> options, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, Double> told = new LinkedHashMap<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(RESULT)) {
                    String[] parts = line.split("\t");
                    told.put(parts[1], Double.valueOf(parts[2]));
                } else {
                    System.out.println(line);
                }
            }
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException(main.getSimpleName() + " ended with " + code);
            }
            return told;
        } finally {
            process.destroyForcibly();
        }
    }
}
