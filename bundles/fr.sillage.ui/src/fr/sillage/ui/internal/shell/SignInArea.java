package fr.sillage.ui.internal.shell;

import fr.sillage.core.community.Account;
import fr.sillage.core.community.SignIn;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.kit.TestIds;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sign-in with login and password. */
final class SignInArea {
    private static final Logger LOG = LoggerFactory.getLogger(SignInArea.class);
    private static final int WIDTH = 380;

    private final BrowserSession session;
    private final Messages messages;
    private Text login;
    private Text password;
    private Label error;
    private GridData errorPlace;

    SignInArea(BrowserSession session) {
        this.session = session;
        this.messages = Messages.of(SignInArea.class, session.locale());
    }

    void create(Composite parent) {
        Composite page = Kit.box(parent, 1, 0);
        Composite middle = Kit.box(page, 1, 0);
        GridData place = new GridData(SWT.CENTER, SWT.CENTER, true, true);
        place.widthHint = WIDTH;
        middle.setLayoutData(place);
        Brand.create(middle);
        card(middle);
        foot(middle);
        login.setFocus();
    }

    private void card(Composite middle) {
        Composite card = Kit.card(middle, 1);
        card.setLayout(Kit.grid(1, 26, 10));
        card.setLayoutData(Kit.wide());
        Kit.label(card, messages.get("signin.title"), "title", SWT.NONE);
        login = Kit.field(card, messages.get("signin.login"), SWT.NONE);
        password = Kit.field(card, messages.get("signin.password"), SWT.PASSWORD);
        error = Kit.label(card, "", "error", SWT.WRAP);
        errorPlace = Kit.wide();
        errorPlace.exclude = true;
        error.setLayoutData(errorPlace);
        Button button = Kit.primary(card, messages.get("signin.button"), this::signIn);
        GridData wide = Kit.wide();
        wide.heightHint = Kit.CONTROL_HEIGHT;
        wide.verticalIndent = 6;
        button.setLayoutData(wide);
        card.getShell().setDefaultButton(button);
        TestIds.set(login, "login");
        TestIds.set(password, "password");
        TestIds.set(button, "signin");
    }

    private void foot(Composite middle) {
        Composite foot = Kit.box(middle, 2, 0);
        foot.setLayoutData(Kit.wide());
        Label demo = Kit.label(
                foot, Boolean.getBoolean("sillage.demo") ? messages.get("signin.demo") : "", "small", SWT.WRAP);
        demo.setLayoutData(Kit.wide());
        Locale other = session.locale().equals(Locale.ENGLISH) ? Locale.FRENCH : Locale.ENGLISH;
        Button language =
                Kit.button(foot, messages.get("signin.language"), "linkSmall", () -> session.setLocale(other));
        TestIds.set(language, "language");
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
        error.setText(messages.get(key));
        errorPlace.exclude = false;
        password.setText("");
        password.setFocus();
        error.getParent().getParent().getParent().layout(true, true);
    }
}
