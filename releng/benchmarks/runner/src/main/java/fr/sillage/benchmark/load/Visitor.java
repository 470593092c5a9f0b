package fr.sillage.benchmark.load;

import java.net.URI;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;

/** A person with an account and a browser of their own, who thinks between two acts. */
final class Visitor {
    /** Position of the second community in the list: the one with the registrations. */
    private static final int UNIVERSITY = 1;

    private static final String RESULT = "analysis.counts";

    private final Browser browser;
    private final String login;
    private final String password;
    private final Random random;
    private final Times times;
    private Habit habit = new Habit(Duration.ZERO, true);

    Visitor(URI address, String login, String password, long seed, Times times) {
        this.browser = new Browser(address);
        this.login = login;
        this.password = password;
        this.random = new Random(seed);
        this.times = times;
    }

    /** Signs in, crosses columns until it is time to go, and leaves the tab open until asked to close it. */
    RapTab work(Habit how, long endNanos) throws Exception {
        habit = how;
        RapTab tab = new RapTab(browser);
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
        times.ask("open a crossing", () -> tab.click("open.crossing", RESULT));
        for (int i = 0; i < 4 && System.nanoTime() < endNanos; i++) {
            think();
            int chosen = another(tab);
            times.ask("another crossing", () -> tab.choose("analysis.rows", chosen, RESULT));
        }
        think();
        times.measure("back to the data", () -> tab.click("nav.data", "datasets"));
        think();
    }

    /** A column that is not crossed now: with itself none is. */
    private int another(RapTab tab) {
        int all = tab.choices("analysis.rows");
        int now = tab.chosen("analysis.rows");
        int[] others = IntStream.range(1, all)
                .map(step -> (now + step) % all)
                .filter(column -> column != tab.chosen("analysis.columns"))
                .toArray();
        return others[habit.inOrder() ? 0 : random.nextInt(others.length)];
    }

    private void signIn(RapTab tab) throws Exception {
        tab.type("login", login);
        tab.type("password", password);
        times.measure("sign in", () -> tab.click("signin", "datasets"));
    }

    /** One more tab of the same browser: opened, looked at and closed without a pause. */
    void glance() throws Exception {
        try (RapTab tab = new RapTab(browser)) {
            tab.open();
            tab.choose("community", UNIVERSITY, "datasets");
            tab.firstRow("datasets", "open.crossing");
            tab.click("open.crossing", RESULT);
        }
    }

    RapTab enter() throws Exception {
        RapTab tab = new RapTab(browser);
        tab.open();
        signIn(tab);
        return tab;
    }

    private void think() throws InterruptedException {
        Thread.sleep((long) (habit.thought().toMillis() * (0.5 + random.nextDouble())));
    }
}
