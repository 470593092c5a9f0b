package fr.sillage.ui.page;

import fr.sillage.core.community.Account;
import fr.sillage.core.community.CommunityContext;
import java.util.Locale;
import java.util.Optional;

/** What a page may know and do in its browser session. */
public interface PageContext {
    Account account();

    /** Where the person works; empty for a platform administrator, who stands outside the communities. */
    Optional<CommunityContext> community();

    /** French or English. */
    Locale locale();

    /**
     * A service of the platform.
     *
     * @throws IllegalStateException where it is not there
     */
    <T> T service(Class<T> type);

    /**
     * Shows another page.
     *
     * @param page id in the extension point {@code fr.sillage.ui.pages}
     * @param argument what it should show, for instance a data set's id; empty for none
     */
    void open(String page, String argument);

    /** The argument that this page was opened with; empty for none. */
    String argument();

    /**
     * Says what the page shows by now, in the form of an argument: a reload, the browser's back button and another
     * language lead there again.
     */
    void became(String argument);

    /**
     * Runs later in the thread of this browser session, if it still lives. From any thread; while {@link #awake} the
     * browser hears of it at once, else with the person's next click.
     */
    void later(Runnable work);

    /**
     * Lets the browser hear at once what is done {@link #later}. To be ended as soon as nothing is expected any more:
     * each browser that waits costs a connection.
     *
     * @return ends it; harmless when run twice
     */
    Runnable awake();
}
