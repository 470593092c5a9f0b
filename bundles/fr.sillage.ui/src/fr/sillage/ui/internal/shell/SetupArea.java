package fr.sillage.ui.internal.shell;

import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.FirstAdministrator;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.kit.TestIds;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Makes the first administrator of a new platform. */
final class SetupArea {
    private static final int WIDTH = 380;

    private final BrowserSession session;
    private final String token;
    private final Messages messages;

    SetupArea(BrowserSession session, String token) {
        this.session = session;
        this.token = token;
        this.messages = Messages.of(SetupArea.class, session.locale());
    }

    void create(Composite parent) {
        Composite page = Kit.box(parent, 1, 0);
        Composite card = Kit.card(page, 1);
        GridData place = new GridData(SWT.CENTER, SWT.CENTER, true, true);
        place.widthHint = WIDTH;
        card.setLayoutData(place);
        Kit.title(card, messages.get("setup.title"));
        Text login = Kit.field(card, messages.get("signin.login"), SWT.NONE);
        Text name = Kit.field(card, messages.get("setup.name"), SWT.NONE);
        Text password = Kit.field(card, messages.get("setup.password"), SWT.PASSWORD);
        Label error = Kit.label(card, "", "error", SWT.WRAP);
        error.setLayoutData(Kit.wide());
        TestIds.set(login, "setup.login");
        TestIds.set(name, "setup.name");
        TestIds.set(password, "setup.password");
        TestIds.set(
                Kit.primary(card, messages.get("setup.button"), () -> {
                    try {
                        session.signedIn(session.service(FirstAdministrator.class)
                                .create(token, login.getText(), name.getText(), password.getTextChars()));
                    } catch (IllegalArgumentException e) {
                        refuse(error, "setup.refused");
                    } catch (AccessDeniedException e) {
                        refuse(error, "setup.used");
                    }
                }),
                "setup.create");
        login.setFocus();
    }

    private void refuse(Label error, String key) {
        error.setText(messages.get(key));
        error.getParent().getParent().layout(true, true);
    }
}
