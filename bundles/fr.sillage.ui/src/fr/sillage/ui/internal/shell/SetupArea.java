package fr.sillage.ui.internal.shell;

import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.FirstAdministrator;
import fr.sillage.ui.kit.Access;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.kit.TestIds;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Makes the first administrator of a new platform. */
final class SetupArea {
    private final BrowserSession session;
    private final String token;
    private final Messages messages;
    private Text login;

    SetupArea(BrowserSession session, String token) {
        this.session = session;
        this.token = token;
        this.messages = Messages.of(SetupArea.class, session.locale());
    }

    void create(Composite parent) {
        Entrance entrance = new Entrance(parent);
        Composite card = entrance.card();
        Kit.label(card, messages.get("setup.title"), "title", SWT.NONE);
        Label what = Kit.label(card, messages.get("setup.text"), "secondary", SWT.WRAP);
        what.setLayoutData(Kit.wide());
        login = Kit.field(card, messages.get("signin.login"), SWT.NONE);
        Text name = Kit.field(card, messages.get("setup.name"), SWT.NONE);
        Text password = Kit.field(card, messages.get("setup.password"), SWT.PASSWORD);
        Access.fill(login, "username");
        Access.fill(password, "new-password");
        Label error = entrance.error();
        TestIds.set(login, "setup.login");
        TestIds.set(name, "setup.name");
        TestIds.set(password, "setup.password");
        Runnable create = () -> {
            try {
                session.signedIn(session.service(FirstAdministrator.class)
                        .create(token, login.getText(), name.getText(), password.getTextChars()));
            } catch (IllegalArgumentException e) {
                entrance.refuse(error, messages.get("setup.refused"));
            } catch (AccessDeniedException e) {
                entrance.refuse(error, messages.get("setup.used"));
            }
        };
        TestIds.set(entrance.button(messages.get("setup.button"), create), "setup.create");
        entrance.foot(session, "", messages.get("signin.language"));
    }

    /** Where the person begins to type. */
    void setFocus() {
        login.setFocus();
    }
}
