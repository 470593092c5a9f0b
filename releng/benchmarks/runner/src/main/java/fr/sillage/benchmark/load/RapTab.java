package fr.sillage.benchmark.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A browser tab as the server sees it: speaks RAP's protocol, answers with sizes of texts when asked for them, and
 * waits for pushed news in a request of its own. Widgets are known by their test ids.
 */
final class RapTab implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MEASURE = "rwt.client.TextSizeMeasurement";
    private static final String PUSH = "rwt.client.ServerPush";

    private final HttpClient http;
    private final URI address;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** By test id: the newest widget. */
    private final Map<String, String> widgets = new HashMap<>();
    /** By test id: how often something of it was told. */
    private final Map<String, Integer> told = new HashMap<>();
    /** By widget: what is known of it. */
    private final Map<String, ObjectNode> known = new HashMap<>();

    private final List<ArrayNode> operations = new ArrayList<>();
    private String connection = "";
    private int requests;
    private boolean push;
    private boolean waiting;
    private boolean closed;

    /** @param http with a cookie handler, which several tabs of one browser share */
    RapTab(HttpClient http, URI address) {
        this.http = http;
        this.address = address;
    }

    void open() throws IOException, InterruptedException {
        String page = body(send(HttpRequest.newBuilder(address)));
        if (!page.contains("rwt")) {
            throw new IOException("not the start page");
        }
        lock.lock();
        try {
            set("w1", JSON.createObjectNode().put("colorDepth", 24).set("bounds", numbers(0, 0, 1280, 800)));
            post();
        } finally {
            lock.unlock();
        }
    }

    void type(String testId, String text) {
        lock.lock();
        try {
            set(widget(testId), JSON.createObjectNode().put("text", text));
        } finally {
            lock.unlock();
        }
    }

    /** Clicks, and returns when something of another widget is told. */
    void click(String testId, String until) throws IOException, InterruptedException {
        act(until, () -> notify(widget(testId), "Selection"));
    }

    void choose(String testId, int index, String until) throws IOException, InterruptedException {
        act(until, () -> {
            set(widget(testId), JSON.createObjectNode().put("selectionIndex", index));
            notify(widget(testId), "Selection");
        });
    }

    /** Opens a table's first row by Enter. */
    void firstRow(String testId, String until) throws IOException, InterruptedException {
        act(until, () -> {
            String grid = widget(testId);
            String item = known.entrySet().stream()
                    .filter(e -> e.getValue().path("parent").asText().equals(grid)
                            && e.getValue().path("texts").isArray())
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no row in " + testId));
            ObjectNode selection = JSON.createObjectNode().put("focusItem", item);
            selection.putArray("selection").add(item);
            set(grid, selection);
            add("notify", grid, "DefaultSelection").add(JSON.createObjectNode().put("item", item));
        });
    }

    int choices(String testId) {
        lock.lock();
        try {
            return known.get(widget(testId)).path("items").size();
        } finally {
            lock.unlock();
        }
    }

    /** As a browser does whose tab is closed. */
    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            closed = true;
            ObjectNode message = JSON.createObjectNode();
            message.putObject("head").put("shutdown", true);
            message.putArray("operations");
            body(send(request(message)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void act(String until, Runnable deed) throws IOException, InterruptedException {
        lock.lock();
        try {
            int before = told.getOrDefault(until, 0);
            deed.run();
            post();
            long left = PATIENCE.toNanos();
            while (told.getOrDefault(until, 0) == before) {
                if (left <= 0) {
                    throw new IOException("nothing of " + until);
                }
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private String widget(String testId) {
        String widget = widgets.get(testId);
        if (widget == null) {
            throw new IllegalStateException("no widget " + testId);
        }
        return widget;
    }

    private ArrayNode add(String operation, String target, String what) {
        ArrayNode node = JSON.createArrayNode().add(operation).add(target).add(what);
        operations.add(node);
        return node;
    }

    private void set(String target, JsonNode properties) {
        operations.add(JSON.createArrayNode().add("set").add(target).add(properties));
    }

    private void notify(String target, String event) {
        add("notify", target, event)
                .add(JSON.createObjectNode().put("button", 1).put("shiftKey", false));
    }

    private static ArrayNode numbers(int... values) {
        ArrayNode array = JSON.createArrayNode();
        for (int value : values) {
            array.add(value);
        }
        return array;
    }

    /** Sends what has gathered, and once more as long as the answer asks something. */
    private void post() throws IOException, InterruptedException {
        do {
            ObjectNode message = JSON.createObjectNode();
            message.putObject("head").put("requestCounter", requests++);
            message.putArray("operations").addAll(operations);
            operations.clear();
            read(JSON.readTree(body(send(request(message)))));
        } while (!operations.isEmpty());
        if (push && !waiting && !closed) {
            waiting = true;
            Thread.ofVirtual().start(this::waitForNews);
        }
    }

    private HttpRequest.Builder request(ObjectNode message) {
        URI uri = connection.isEmpty() ? address : address.resolve("/?cid=" + connection);
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(message.toString()));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String body(HttpResponse<String> response) throws IOException {
        if (response.statusCode() != 200) {
            throw new IOException("answer " + response.statusCode());
        }
        return response.body();
    }

    private void waitForNews() {
        try {
            send(HttpRequest.newBuilder(
                    address.resolve("/?servicehandler=org.eclipse.rap.serverpush&cid=" + connection)));
            lock.lock();
            try {
                waiting = false;
                if (!closed) {
                    post();
                }
            } finally {
                lock.unlock();
            }
        } catch (IOException e) { // seen by whoever waits for the news
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(JsonNode message) throws IOException {
        JsonNode head = message.path("head");
        if (head.has("error")) {
            throw new IOException(head.path("error").asText());
        }
        connection = head.path("cid").asText(connection);
        for (JsonNode operation : message.path("operations")) {
            String target = operation.path(1).asText();
            switch (operation.path(0).asText()) {
                case "create" -> {
                    known.put(target, JSON.createObjectNode());
                    learn(target, operation.path(3));
                }
                case "set" -> learn(target, operation.path(2));
                case "destroy" -> known.remove(target);
                case "call" -> called(target, operation);
                default -> {} // listens: said to a browser only
            }
        }
        changed.signalAll();
    }

    private void learn(String target, JsonNode properties) {
        if (target.equals(PUSH)) {
            push = properties.path("active").asBoolean();
        }
        ObjectNode widget = known.get(target);
        if (widget != null && properties instanceof ObjectNode told) {
            widget.setAll(told);
        }
        JsonNode testId = properties.path("data").path("testId");
        if (!testId.isMissingNode()) {
            widgets.put(testId.asText(), target);
            told.merge(testId.asText(), 1, Integer::sum);
        }
    }

    /** Rough sizes do: what counts is that there is a second round as with a browser. */
    private void called(String target, JsonNode operation) {
        if (target.equals(MEASURE)) {
            ObjectNode results = JSON.createObjectNode();
            for (JsonNode item : operation.path(3).path("items")) {
                results.set(
                        item.path(0).asText(), numbers(7 * item.path(1).asText().length(), 20));
            }
            add("call", MEASURE, "storeMeasurements")
                    .add(JSON.createObjectNode().set("results", results));
        }
    }
}
