package fr.sillage.ui.internal.shell;

import fr.sillage.core.community.Account;
import fr.sillage.core.community.Communities;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.FirstAdministrator;
import fr.sillage.core.community.PlatformStore;
import fr.sillage.core.community.UserId;
import fr.sillage.core.text.Texts;
import fr.sillage.ui.internal.UiBundle;
import fr.sillage.ui.internal.presence.Presences;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpSession;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.rap.rwt.client.service.BrowserNavigation;
import org.eclipse.rap.rwt.client.service.ClientInfo;
import org.eclipse.rap.rwt.client.service.StartupParameters;
import org.eclipse.rap.rwt.service.SettingStore;
import org.eclipse.swt.widgets.Display;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who works in a browser tab, where and in which language. The account belongs to the HTTP session, which all tabs
 * share; the community to this tab alone.
 */
final class BrowserSession {
    private static final Logger LOG = LoggerFactory.getLogger(BrowserSession.class);
    private static final String ACCOUNT = "fr.sillage.account";
    private static final String LANGUAGE = "fr.sillage.language";

    private final Runnable rebuild;
    private final BrowserPage page;
    private final BrowserPush push;
    private final BrowserNavigation navigation;
    private Optional<CommunityId> community = Optional.empty();
    private Optional<Address> address = Optional.empty();
    private final Optional<String> setup;
    private final Optional<String> ended;
    private Locale locale;

    BrowserSession(Display display, Runnable rebuild) {
        this.rebuild = rebuild;
        this.locale = chosenLocale().orElseGet(BrowserSession::browserLocale);
        this.page = new BrowserPage();
        this.push = new BrowserPush(display);
        this.setup = parameter("setup");
        this.ended = parameter(SignOut.ENDED);
        apply(locale);
        this.navigation = RWT.getClient().getService(BrowserNavigation.class);
        navigation.addBrowserNavigationListener(
                event -> Address.of(event.getState()).ifPresent(this::visit));
    }

    private static Optional<String> parameter(String name) {
        return Optional.ofNullable(RWT.getClient().getService(StartupParameters.class))
                .map(parameters -> parameters.getParameter(name));
    }

    /** The person came by an address: the back button, a reload, a bookmark. */
    private void visit(Address visited) {
        if (!Optional.of(visited).equals(address)) {
            address = Optional.of(visited);
            community = visited.community().or(() -> community);
            rebuild.run();
        }
    }

    /** Where this tab is, or where it wants to go after sign-in. */
    Optional<Address> address() {
        return address;
    }

    /** Notes where this tab went, for the browser's back button. */
    void at(Address now, String title) {
        if (!Optional.of(now).equals(address)) {
            address = Optional.of(now);
            navigation.pushState(now.state(), title);
        }
    }

    /** Notes where this tab begins, without a step in the browser's history. */
    void begin(Address first) {
        if (address.isEmpty()) {
            address = Optional.of(first);
        }
    }

    private void apply(Locale language) {
        RWT.setLocale(language);
        page.language(language);
    }

    /** For whoever is signed in: the page looks for signs of the person. */
    void watchPresence() {
        page.watchPresence(locale);
    }

    /** Why the last session ended, where the person did not ask for it: a key of {@link SignOut}. */
    Optional<String> ended() {
        return ended;
    }

    /** The token that this tab was opened with, as long as it can make the first administrator. */
    Optional<String> setupToken() {
        return setup.filter(given -> UiBundle.find(FirstAdministrator.class)
                .flatMap(FirstAdministrator::token)
                .filter(given::equals)
                .isPresent());
    }

    private static Optional<Locale> chosenLocale() {
        SettingStore store = RWT.getSettingStore();
        return Optional.ofNullable(store.getAttribute(LANGUAGE))
                .map(Locale::forLanguageTag)
                .map(Texts::supported);
    }

    private static Locale browserLocale() {
        ClientInfo client = RWT.getClient().getService(ClientInfo.class);
        Locale browser = client == null ? null : client.getLocale();
        return browser == null ? Locale.FRENCH : Texts.supported(browser);
    }

    BrowserPush push() {
        return push;
    }

    Locale locale() {
        return locale;
    }

    void setLocale(Locale chosen) {
        locale = Texts.supported(chosen);
        apply(locale);
        try {
            RWT.getSettingStore().setAttribute(LANGUAGE, locale.getLanguage());
        } catch (IOException e) {
            LOG.warn("the choice of language could not be kept");
        }
        rebuild.run();
    }

    Optional<Account> account() {
        Object id = RWT.getUISession().getHttpSession().getAttribute(ACCOUNT);
        return Optional.ofNullable(id)
                .flatMap(user -> service(PlatformStore.class).account((UserId) user));
    }

    void signedIn(Account account) {
        RWT.getRequest().changeSessionId(); // whoever knew the id before sign-in must not be signed in with it
        HttpSession http = RWT.getUISession().getHttpSession();
        http.setAttribute(ACCOUNT, account.id());
        service(Presences.class).begin(http);
        rebuild.run();
    }

    /** Ends all tabs: they share the HTTP session. */
    void signOut() {
        RWT.getUISession().getHttpSession().removeAttribute(ACCOUNT);
        page.signOut();
    }

    List<Community> communities() {
        return account().map(a -> service(Communities.class).of(a.id())).orElse(List.of());
    }

    /** The community of this tab: the chosen one, else the first. */
    Optional<CommunityContext> context() {
        List<Community> mine = communities();
        return account()
                .flatMap(account -> mine.stream()
                        .map(Community::id)
                        .filter(id -> community.map(id::equals).orElse(true))
                        .findFirst()
                        .or(() -> mine.stream().map(Community::id).findFirst())
                        .map(id -> service(Communities.class).enter(account.id(), id)));
    }

    void choose(CommunityId chosen) {
        community = Optional.of(chosen);
        address = Optional.empty();
        rebuild.run();
    }

    <T> T service(Class<T> type) {
        return UiBundle.find(type).orElseThrow(() -> new IllegalStateException("no service " + type.getName()));
    }
}
