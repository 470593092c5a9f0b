package fr.sillage.benchmark.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The product with its demonstration, in a process of its own, on loopback only; nobody else works on its folder. */
final class RunningPlatform implements AutoCloseable {
    private static final Pattern ANALYST = Pattern.compile("account analyste password (\\S+) .*");

    private final Process process;
    private final URI address;
    private final String password;

    private RunningPlatform(Process process, URI address, String password) {
        this.process = process;
        this.address = address;
        this.password = password;
    }

    /**
     * @param data its data folder
     * @param visitors that have accounts there
     */
    static RunningPlatform start(Path data, int visitors) throws Exception {
        try (RunningPlatform first = start(data)) {
            // makes the demonstration
        }
        Accounts.add(data, visitors);
        return start(data);
    }

    private static RunningPlatform start(Path data) throws Exception {
        int port = freePort();
        Path command = Path.of(System.getProperty("sillage.checkout"), "sillage");
        Process process = new ProcessBuilder(
                        command.toString(),
                        "run",
                        "--demo",
                        "--port",
                        String.valueOf(port),
                        "--data",
                        data.toString(),
                        "--test-ids")
                .redirectErrorStream(true)
                .start();
        CompletableFuture<String> password = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> read(process, password));
        try {
            return new RunningPlatform(
                    process, URI.create("http://127.0.0.1:" + port + "/"), password.get(5, TimeUnit.MINUTES));
        } catch (Exception e) {
            process.destroy();
            throw e;
        }
    }

    private static void read(Process process, CompletableFuture<String> password) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher account = ANALYST.matcher(line);
                if (account.matches()) {
                    password.complete(account.group(1));
                } else if (line.contains(" ERROR ") || line.contains("OutOfMemory")) {
                    System.err.println(line);
                }
            }
        } catch (IOException e) { // it was told to end
        }
        password.completeExceptionally(new IOException("the platform ended"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    URI address() {
        return address;
    }

    /** The analyst's, and all visitors'. */
    String password() {
        return password;
    }

    /** Bytes of live objects, after a full collection. */
    long liveBytes() throws IOException, InterruptedException {
        List<String> lines = jcmd("GC.class_histogram");
        String total = lines.reversed().stream()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow(() -> new IOException("no heap histogram"));
        return Long.parseLong(total.trim().split("\\s+")[2]);
    }

    /** @param name what the names begin with */
    int threads(String name) throws IOException, InterruptedException {
        return (int) jcmd("Thread.print").stream()
                .filter(line -> line.startsWith("\"" + name))
                .count();
    }

    /** Kibibytes of memory that the process holds, as the system counts. */
    long residentKibibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private List<String> jcmd(String what) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(process.pid()),
                        what)
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = jcmd.inputReader()) {
            List<String> all = lines.lines().toList();
            jcmd.waitFor();
            return all;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
