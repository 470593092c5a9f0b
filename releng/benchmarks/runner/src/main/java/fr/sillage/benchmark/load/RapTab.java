package fr.sillage.benchmark.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A browser tab as the server sees it: speaks RAP's protocol, loads what it is told to load, answers with sizes of
 * texts when asked for them, and waits for pushed news in a request of its own. Closing it tells the server, as a
 * browser does.
 */
final class RapTab implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MEASURE = "rwt.client.TextSizeMeasurement";
    private static final String PUSH = "rwt.client.ServerPush";
    private static final String SCRIPTS = "rwt.client.JavaScriptLoader";
    private static final String PROBLEM = "analysis.problem";

    private final Browser browser;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Widgets widgets = new Widgets();
    private ArrayNode operations = JSON.createArrayNode();
    private String connection = "";
    private int requests;
    private boolean push;
    private boolean waiting;
    private boolean closed;
    private Optional<IOException> lost = Optional.empty();

    /** @param browser may have other tabs */
    RapTab(Browser browser) {
        this.browser = browser;
    }

    void open() throws IOException, InterruptedException {
        browser.visit();
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
            set(widgets.id(testId), JSON.createObjectNode().put("text", text));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Clicks, and returns when another widget is there, made anew.
     *
     * @return what the page says instead, if it says why it does not come
     */
    Optional<String> click(String testId, String until) throws IOException, InterruptedException {
        return act(until, () -> notify(widgets.id(testId), "Selection"));
    }

    Optional<String> choose(String testId, int index, String until) throws IOException, InterruptedException {
        return act(until, () -> {
            ObjectNode selection = JSON.createObjectNode().put("selectionIndex", index);
            widgets.set(widgets.id(testId), selection);
            set(widgets.id(testId), selection);
            notify(widgets.id(testId), "Selection");
        });
    }

    /** Opens a table's first row by Enter. */
    void firstRow(String testId, String until) throws IOException, InterruptedException {
        act(until, () -> {
            String grid = widgets.id(testId);
            String item = widgets.firstRow(testId);
            ObjectNode selection = JSON.createObjectNode().put("focusItem", item);
            selection.putArray("selection").add(item);
            set(grid, selection);
            add("notify", grid, "DefaultSelection").add(JSON.createObjectNode().put("item", item));
        });
    }

    int choices(String testId) {
        return property(testId, "items").size();
    }

    int chosen(String testId) {
        return property(testId, "selectionIndex").asInt(-1);
    }

    private JsonNode property(String testId, String name) {
        lock.lock();
        try {
            return widgets.property(testId, name);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            closed = true;
            ObjectNode message = JSON.createObjectNode();
            message.putObject("head").put("shutdown", true);
            message.putArray("operations");
            browser.send(message, connection);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private Optional<String> act(String until, Runnable deed) throws IOException, InterruptedException {
        lock.lock();
        try {
            int before = widgets.made(until);
            deed.run();
            post();
            long left = PATIENCE.toNanos();
            while (widgets.made(until) == before) {
                if (!problem().isEmpty()) {
                    return Optional.of(problem());
                }
                if (lost.isPresent()) {
                    throw lost.get();
                }
                if (left <= 0) {
                    throw new IOException("nothing of " + until + " in " + PATIENCE.toSeconds() + " s");
                }
                left = changed.awaitNanos(left);
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** What the analysis page says where there is no result. */
    private String problem() {
        return widgets.exists(PROBLEM) ? widgets.property(PROBLEM, "text").asText() : "";
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
            message.set("operations", operations);
            operations = JSON.createArrayNode();
            read(browser.send(message, connection));
        } while (!operations.isEmpty());
        if (push && !waiting && !closed) {
            waiting = true;
            Thread.ofVirtual().start(this::waitForNews);
        }
    }

    private void waitForNews() {
        try {
            browser.awaitNews(connection);
            lock.lock();
            try {
                waiting = false;
                if (!closed) {
                    post();
                }
            } finally {
                lock.unlock();
            }
        } catch (IOException e) {
            lose(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Told to whoever acts next, or waits. */
    private void lose(IOException e) {
        lock.lock();
        try {
            if (!closed) {
                lost = Optional.of(e);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void read(JsonNode message) throws IOException, InterruptedException {
        JsonNode head = message.path("head");
        if (head.has("error")) {
            throw new IOException(head.path("error").asText());
        }
        connection = head.path("cid").asText(connection);
        for (JsonNode operation : message.path("operations")) {
            String target = operation.path(1).asText();
            switch (operation.path(0).asText()) {
                case "create" -> widgets.created(target, operation.path(3));
                case "set" -> told(target, operation.path(2));
                case "destroy" -> widgets.destroyed(target);
                case "call" -> called(target, operation);
                default -> {} // listens: said to a browser only
            }
        }
        changed.signalAll();
    }

    private void told(String target, JsonNode properties) {
        if (target.equals(PUSH)) {
            push = properties.path("active").asBoolean();
        }
        widgets.set(target, properties);
    }

    /** Rough sizes do: what counts is that there is a second round as with a browser. */
    private void called(String target, JsonNode operation) throws IOException, InterruptedException {
        if (target.equals(MEASURE)) {
            ObjectNode results = JSON.createObjectNode();
            for (JsonNode item : operation.path(3).path("items")) {
                results.set(
                        item.path(0).asText(), numbers(7 * item.path(1).asText().length(), 20));
            }
            add("call", MEASURE, "storeMeasurements")
                    .add(JSON.createObjectNode().set("results", results));
        } else if (target.equals(SCRIPTS)) {
            for (JsonNode file : operation.path(3).path("files")) {
                browser.load(file.asText());
            }
        }
    }
}
