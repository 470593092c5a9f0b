package fr.sillage.ui.admin.internal;

import fr.sillage.core.community.Account;
import fr.sillage.core.community.Communities.Administration;
import fr.sillage.core.text.Names;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Makes an account. */
final class NewAccountCard {

    private final PageContext page;
    private final Messages messages;
    private final Administration administration;

    NewAccountCard(PageContext page, Messages messages, Administration administration) {
        this.page = page;
        this.messages = messages;
        this.administration = administration;
    }

    void show(Composite parent) {
        Composite card = Kit.card(parent, 1);
        card.setLayoutData(Kit.wide());
        Kit.label(card, messages.get("accounts.new"), "section", SWT.NONE);
        Text login = Kit.field(card, messages.get("accounts.login"), SWT.NONE);
        Text name = Kit.field(card, messages.get("accounts.name"), SWT.NONE);
        Text password = Kit.field(card, messages.get("accounts.password"), SWT.PASSWORD);
        login.setTextLimit(Names.LONGEST);
        name.setTextLimit(Names.LONGEST);
        Button administrator = new Button(card, SWT.CHECK);
        administrator.setText(messages.get("accounts.administrator"));
        administrator.setToolTipText(messages.get("accounts.administrator.text"));
        Label error = Attempt.error(card);
        TestIds.set(login, "admin.account.login");
        TestIds.set(name, "admin.account.name");
        TestIds.set(password, "admin.account.password");
        AtomicReference<Account> made = new AtomicReference<>();
        Button create = Kit.primary(card, messages.get("accounts.create"), () -> {
            boolean done = Attempt.to(
                    () -> made.set(administration.createAccount(
                            login.getText(), name.getText(), administrator.getSelection(), password.getTextChars())),
                    messages,
                    error);
            if (done) {
                page.open(AccountsPage.ID, made.get().id().value().toString());
            }
        });
        TestIds.set(create, "admin.account.create");
        parent.getShell().setDefaultButton(create);
        login.setFocus();
    }
}
