package fr.sillage.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The built product, started for these tests and ended with them. */
final class Platform implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("Sillage: (http://\\S+)");
    private static final Pattern SETUP = Pattern.compile("Sillage: (http://\\S+setup=\\S+)");
    private static final Pattern ACCOUNT = Pattern.compile("account (\\S+) password (\\S+) .*");
    private static final int ACCOUNTS = 4;
    private static final long PATIENCE_SECONDS = 300;

    /** Where the tests leave what they saw. */
    static final Path TARGET = root().resolve("releng/browser/tests/target");

    private final String name;
    private final Path data;
    private final Process process;
    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> output = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<String> address = new CompletableFuture<>();
    private final CompletableFuture<String> setup = new CompletableFuture<>();
    private final CompletableFuture<Void> demonstration = new CompletableFuture<>();

    private Platform(String name, Path data, Process process) {
        this.name = name;
        this.data = data;
        this.process = process;
    }

    /** Returns when the platform answers and its demonstration is there. */
    static Platform start() throws IOException {
        return start("platform", "--demo");
    }

    /** The same under another name, for a test that does not leave it as it was. */
    static Platform startOwn(String name) throws IOException {
        return start(name, "--demo");
    }

    /** The same with settings of its process: {@code -Dname=value}. */
    static Platform startOwn(String name, List<String> settings) throws IOException {
        return start(name, Files.createTempDirectory("sillage-browser-tests"), settings, "--demo");
    }

    /** Ends the process as a power cut would, and starts another one on the same data; this one is over. */
    Platform killAndRestart() throws IOException {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Files.write(Files.createDirectories(TARGET).resolve(name + "-killed.log"), output);
        return start(name, data, "--demo");
    }

    /** Returns when the platform answers: a new one, without any account. */
    static Platform startEmpty() throws IOException {
        return start("empty-platform");
    }

    private static Platform start(String name, String... options) throws IOException {
        return start(name, Files.createTempDirectory("sillage-browser-tests"), options);
    }

    private static Platform start(String name, Path data, String... options) throws IOException {
        return start(name, data, List.of(), options);
    }

    private static Platform start(String name, Path data, List<String> settings, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(root().resolve("sillage").toString(), "run"));
        command.addAll(List.of(options));
        command.addAll(List.of("--port", String.valueOf(freePort()), "--data", data.toString(), "--test-ids"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        if (!settings.isEmpty()) {
            builder.environment().put("JAVA_TOOL_OPTIONS", String.join(" ", settings));
        }
        Process process = builder.start();
        Platform platform = new Platform(name, data, process);
        Thread.ofVirtual().start(platform::read);
        try {
            platform.address();
            if (command.contains("--demo")) {
                platform.demonstration.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            return platform;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            platform.close();
            throw new IllegalStateException("the platform did not start:\n" + String.join("\n", platform.output), e);
        }
    }

    /** The checkout: the first folder upwards with the command {@code sillage}. */
    static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .filter(path -> Files.isExecutable(path.resolve("sillage")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not inside a checkout of Sillage"));
    }

    String address() throws InterruptedException, ExecutionException, TimeoutException {
        return address.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    String url() {
        return address.join();
    }

    /** Its data folder. */
    Path data() {
        return data;
    }

    /** The address that makes the first administrator. */
    String setupUrl() {
        return setup.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    String password(String login) {
        return passwords.get(login);
    }

    /** What the platform said about errors, without what it said about anything else. */
    List<String> errors() {
        return output.stream()
                .filter(line -> line.contains(" ERROR ") || line.startsWith("Exception in thread"))
                .toList();
    }

    @Override
    public void close() throws IOException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        Files.write(Files.createDirectories(TARGET).resolve(name + ".log"), output);
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(this::line);
        } catch (IOException | UncheckedIOException e) {
            output.add("output ended: " + e.getMessage());
        }
        IllegalStateException ended = new IllegalStateException("the process ended");
        address.completeExceptionally(ended);
        demonstration.completeExceptionally(ended);
    }

    private void line(String line) {
        output.add(line);
        Matcher link = SETUP.matcher(line);
        Matcher found = ADDRESS.matcher(line);
        if (link.find()) {
            setup.complete(link.group(1));
        } else if (found.find()) {
            address.complete(found.group(1));
        }
        Matcher account = ACCOUNT.matcher(line);
        if (account.matches()) {
            passwords.put(account.group(1), account.group(2));
            if (passwords.size() == ACCOUNTS) {
                demonstration.complete(null);
            }
        }
    }
}
