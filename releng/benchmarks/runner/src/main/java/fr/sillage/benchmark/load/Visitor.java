package fr.sillage.benchmark.load;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Random;

/** A person in a browser of their own, who thinks between clicks. */
final class Visitor {
    /** Think time in milliseconds, uniform: 10 s on average. */
    private static final int LEAST_THOUGHT = 5_000;

    private static final int MORE_THOUGHT = 10_000;
    /** Position of the second community in the list: the one with the registrations. */
    private static final int UNIVERSITY = 1;

    private final HttpClient http;
    private final URI address;
    private final Random random;
    private final Times times;
    private final String password;

    Visitor(URI address, String password, long seed, Times times) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
        this.address = address;
        this.password = password;
        this.random = new Random(seed);
        this.times = times;
    }

    /** Signs in, crosses columns until it is time to go, and leaves the tab open until asked to close it. */
    RapTab work(long endNanos) throws Exception {
        RapTab tab = new RapTab(http, address);
        times.measure("open the page", tab::open);
        think();
        signIn(tab);
        think();
        times.measure("change the community", () -> tab.choose("community", UNIVERSITY, "datasets"));
        think();
        while (System.nanoTime() < endNanos) {
            crossings(tab, endNanos);
        }
        return tab;
    }

    private void crossings(RapTab tab, long endNanos) throws Exception {
        times.measure("open a data set", () -> tab.firstRow("datasets", "open.crossing"));
        think();
        times.measure("open a crossing", () -> tab.click("open.crossing", "analysis.counts"));
        for (int i = 0; i < 4 && System.nanoTime() < endNanos; i++) {
            think();
            int chosen = random.nextInt(tab.choices("analysis.rows"));
            times.measure("another crossing", () -> tab.choose("analysis.rows", chosen, "analysis.counts"));
        }
        think();
        times.measure("back to the data", () -> tab.click("nav.data", "datasets"));
        think();
    }

    void signIn(RapTab tab) throws Exception {
        tab.type("login", "analyste");
        tab.type("password", password);
        times.measure("sign in", () -> tab.click("signin", "datasets"));
    }

    /** One more tab of the same browser: opened, looked at and closed without a pause. */
    void glance() throws Exception {
        try (RapTab tab = new RapTab(http, address)) {
            tab.open();
            tab.choose("community", UNIVERSITY, "datasets");
            tab.firstRow("datasets", "open.crossing");
            tab.click("open.crossing", "analysis.counts");
        }
    }

    RapTab enter() throws Exception {
        RapTab tab = new RapTab(http, address);
        tab.open();
        signIn(tab);
        return tab;
    }

    private void think() throws InterruptedException {
        Thread.sleep(LEAST_THOUGHT + random.nextInt(MORE_THOUGHT));
    }
}
