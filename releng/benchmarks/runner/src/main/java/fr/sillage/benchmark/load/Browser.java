package fr.sillage.benchmark.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person's browser: one set of cookies, which its tabs share, and a store of files that are loaded once. */
final class Browser {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PUSH = "servicehandler=org.eclipse.rap.serverpush";
    /** What the start page names: scripts, styles, fonts, themes. */
    private static final Pattern FILE = Pattern.compile("(?:src|href|\"url\")[=:]\"([\\w./-]+\\.\\w+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final URI address;
    private final Set<URI> stored = ConcurrentHashMap.newKeySet();

    Browser(URI address) {
        this.address = address;
    }

    /** Loads the start page, and all files that it names and that are not stored yet. */
    void visit() throws IOException, InterruptedException {
        Matcher files = FILE.matcher(text(HttpRequest.newBuilder(address)));
        if (!files.find()) {
            throw new IOException("not the start page");
        }
        do {
            load(files.group(1));
        } while (files.find());
    }

    void load(String file) throws IOException, InterruptedException {
        URI uri = address.resolve(file);
        if (stored.add(uri)) {
            checked(http.send(
                    HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.discarding()));
        }
    }

    /**
     * Sends a tab's message.
     *
     * @param connection the tab's id; empty for its first message
     */
    JsonNode send(ObjectNode message, String connection) throws IOException, InterruptedException {
        URI uri = connection.isEmpty() ? address : address.resolve("/?cid=" + connection);
        return JSON.readTree(text(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(message.toString()))));
    }

    /** Returns when there is news for a tab, or there may be. */
    void awaitNews(String connection) throws IOException, InterruptedException {
        text(HttpRequest.newBuilder(address.resolve("/?" + PUSH + "&cid=" + connection)));
    }

    private String text(HttpRequest.Builder request) throws IOException, InterruptedException {
        return checked(http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString()))
                .body();
    }

    private static <T> HttpResponse<T> checked(HttpResponse<T> response) throws IOException {
        if (response.statusCode() != 200) {
            throw new IOException("answer " + response.statusCode());
        }
        return response;
    }
}
