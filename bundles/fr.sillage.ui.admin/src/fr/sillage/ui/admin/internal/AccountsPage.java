package fr.sillage.ui.admin.internal;

import fr.sillage.core.community.Account;
import fr.sillage.core.community.Communities;
import fr.sillage.core.community.Communities.Administration;
import fr.sillage.core.community.Membership;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.Page;
import fr.sillage.ui.page.PageContext;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/**
 * The accounts with their memberships; beside them the chosen account, or a new one. Opened with an account's id, or
 * with {@code new}.
 */
public final class AccountsPage implements Page {
    static final String ID = "admin.accounts";
    private static final String NEW = "new";
    private static final int SIDE = 400;

    @Override
    public void create(Composite parent, PageContext page) {
        Messages messages = Messages.of(AccountsPage.class, page.locale());
        Administration administration =
                page.service(Communities.class).administer(page.account().id());
        List<Account> accounts = administration.accounts().stream()
                .sorted(Comparator.comparing(Account::login))
                .toList();
        parent.setLayout(Kit.grid(2, Kit.PAGE_MARGIN, 16));
        head(parent, page, messages);
        Table table = table(parent, accounts, administration, messages);
        Composite side = Kit.box(parent, 1, 0);
        GridData place = new GridData(SWT.FILL, SWT.TOP, false, true);
        place.widthHint = SIDE;
        side.setLayoutData(place);
        Kit.opens(table, index -> page.open(ID, accounts.get(index).id().value().toString()));
        if (page.argument().equals(NEW)) {
            new NewAccountCard(page, messages, administration).show(side);
            return;
        }
        for (int i = 0; i < accounts.size(); i++) {
            if (accounts.get(i).id().value().toString().equals(page.argument())) {
                table.select(i);
                table.showSelection();
                new AccountCard(page, messages, administration, accounts.get(i)).show(side);
                return;
            }
        }
        Kit.empty(side, messages.get("accounts.none.title"), messages.get("accounts.none.text"));
    }

    private static void head(Composite parent, PageContext page, Messages messages) {
        Composite head = Kit.box(parent, 2, 0);
        head.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        Kit.title(head, messages.get("accounts.title")).setLayoutData(Kit.wide());
        TestIds.set(Kit.primary(head, messages.get("accounts.new"), () -> page.open(ID, NEW)), "admin.account.new");
    }

    private static Table table(
            Composite parent, List<Account> accounts, Administration administration, Messages messages) {
        Table table = Kit.table(
                parent,
                List.of(
                        messages.get("accounts.login"),
                        messages.get("accounts.name"),
                        messages.get("accounts.memberships")),
                125,
                230,
                240);
        Kit.stretch(table, 2);
        TestIds.set(table, "admin.accounts");
        List<Membership> memberships = administration.memberships();
        Words words = new Words(messages, administration.communities());
        for (Account account : accounts) {
            String where = account.administrator()
                    ? messages.get("accounts.administrator")
                    : memberships.stream()
                            .filter(m -> m.user().equals(account.id()))
                            .map(words::membership)
                            .sorted()
                            .collect(Collectors.joining(" · "));
            new TableItem(table, SWT.NONE).setText(new String[] {account.login(), account.name(), where});
        }
        return table;
    }
}
