package fr.sillage.ui.internal.shell;

import fr.sillage.core.community.Account;
import fr.sillage.core.community.SignIn;
import fr.sillage.ui.kit.Access;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.kit.TestIds;
import java.util.Optional;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sign-in with login and password. */
final class SignInArea {
    private static final Logger LOG = LoggerFactory.getLogger(SignInArea.class);

    private static final Set<String> ENDINGS = Set.of(SignOut.AWAY, SignOut.LOST);

    private final BrowserSession session;
    private final Messages messages;
    private Entrance entrance;
    private Text login;
    private Text password;
    private Label error;

    SignInArea(BrowserSession session) {
        this.session = session;
        this.messages = Messages.of(SignInArea.class, session.locale());
    }

    void create(Composite parent) {
        entrance = new Entrance(parent);
        Composite card = entrance.card();
        Kit.label(card, messages.get("signin.title"), "title", SWT.NONE);
        session.ended().filter(ENDINGS::contains).ifPresent(why -> {
            Control notice = Kit.notice(card, "warning", messages.get("ended." + why));
            notice.setLayoutData(Kit.wide());
            TestIds.set(notice, "signin.ended");
        });
        login = Kit.field(card, messages.get("signin.login"), SWT.NONE);
        password = Kit.field(card, messages.get("signin.password"), SWT.PASSWORD);
        Access.fill(login, "username");
        Access.fill(password, "current-password");
        error = entrance.error();
        TestIds.set(login, "login");
        TestIds.set(password, "password");
        TestIds.set(entrance.button(messages.get("signin.button"), this::signIn), "signin");
        entrance.foot(
                session,
                Boolean.getBoolean("sillage.demo") ? messages.get("signin.demo") : "",
                messages.get("signin.language"));
    }

    /** Where the person begins to type. */
    void setFocus() {
        login.setFocus();
    }

    private void signIn() {
        char[] typed = password.getTextChars();
        try {
            Optional<Account> account = session.service(SignIn.class).signIn(login.getText(), typed);
            if (account.isPresent()) {
                session.signedIn(account.get());
            } else {
                refuse("signin.wrong");
            }
        } catch (IllegalStateException e) {
            LOG.error("sign-in is not possible: {}", e.getMessage());
            refuse("signin.unavailable");
        }
    }

    private void refuse(String key) {
        entrance.refuse(error, messages.get(key));
        password.setText("");
        password.setFocus();
    }
}
