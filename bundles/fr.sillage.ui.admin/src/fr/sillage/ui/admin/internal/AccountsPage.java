package fr.sillage.ui.admin.internal;

import fr.sillage.core.community.Account;
import fr.sillage.core.community.Communities;
import fr.sillage.core.community.Communities.Administration;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.Membership;
import fr.sillage.core.community.Profile;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.Page;
import fr.sillage.ui.page.PageContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** The accounts with their memberships; makes accounts and gives or takes memberships. */
public final class AccountsPage implements Page {
    private static final int LONGEST_NAME = 200;

    private PageContext context;
    private Messages messages;
    private Administration administration;

    @Override
    public void create(Composite parent, PageContext page) {
        context = page;
        messages = Messages.of(AccountsPage.class, page.locale());
        administration =
                page.service(Communities.class).administer(page.account().id());
        parent.setLayout(Kit.grid(2, Kit.PAGE_MARGIN, 16));
        Label title = Kit.title(parent, messages.get("accounts.title"));
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        newAccount(parent);
        membership(parent);
        table(parent);
    }

    private Composite card(Composite parent, String title) {
        Composite card = Kit.card(parent, 1);
        card.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
        Kit.label(card, title, "section", SWT.NONE);
        return card;
    }

    private void newAccount(Composite parent) {
        Composite card = card(parent, messages.get("accounts.new"));
        Text login = Kit.field(card, messages.get("accounts.login"), SWT.NONE);
        Text name = Kit.field(card, messages.get("accounts.name"), SWT.NONE);
        Text password = Kit.field(card, messages.get("accounts.password"), SWT.PASSWORD);
        login.setTextLimit(LONGEST_NAME);
        name.setTextLimit(LONGEST_NAME);
        Button administrator = new Button(card, SWT.CHECK);
        administrator.setText(messages.get("accounts.administrator"));
        Label error = error(card);
        TestIds.set(login, "admin.account.login");
        TestIds.set(name, "admin.account.name");
        TestIds.set(password, "admin.account.password");
        TestIds.set(
                Kit.primary(
                        card,
                        messages.get("accounts.create"),
                        () -> done(Attempt.to(
                                () -> administration.createAccount(
                                        login.getText(),
                                        name.getText(),
                                        administrator.getSelection(),
                                        password.getTextChars()),
                                messages,
                                error))),
                "admin.account.create");
    }

    private void membership(Composite parent) {
        Composite card = card(parent, messages.get("membership.title"));
        List<Account> accounts = accounts();
        List<Community> communities = administration.communities();
        if (communities.isEmpty()) {
            Kit.label(card, messages.get("membership.none"), "secondary", SWT.WRAP)
                    .setLayoutData(Kit.wide());
            return;
        }
        Combo account = choice(
                card,
                "membership.account",
                accounts.stream().map(Account::login).toList());
        Combo community = choice(
                card,
                "membership.community",
                communities.stream().map(Community::name).toList());
        List<String> profiles = Arrays.stream(Profile.values()).map(this::word).collect(Collectors.toList());
        profiles.add(messages.get("profile.none"));
        Combo profile = choice(card, "membership.profile", profiles);
        Label error = error(card);
        TestIds.set(
                Kit.primary(card, messages.get("membership.set"), () -> {
                    Account who = accounts.get(account.getSelectionIndex());
                    Community where = communities.get(community.getSelectionIndex());
                    int chosen = profile.getSelectionIndex();
                    done(Attempt.to(
                            () -> {
                                if (chosen == Profile.values().length) {
                                    administration.removeMembership(who.id(), where.id());
                                } else {
                                    administration.setMembership(who.id(), where.id(), Profile.values()[chosen]);
                                }
                            },
                            messages,
                            error));
                }),
                "admin.membership.set");
    }

    private Combo choice(Composite card, String label, List<String> values) {
        Kit.label(card, messages.get(label), "field", SWT.NONE);
        Combo combo = Kit.combo(card, values, 0);
        combo.setLayoutData(Kit.wide());
        TestIds.set(combo, "admin." + label);
        return combo;
    }

    private static Label error(Composite card) {
        Label error = Kit.label(card, "", "error", SWT.WRAP);
        error.setLayoutData(Kit.wide());
        return error;
    }

    private void done(boolean done) {
        if (done) {
            context.open("admin.accounts", "");
        }
    }

    private void table(Composite parent) {
        Table table = Kit.table(
                parent,
                List.of(
                        messages.get("accounts.login"),
                        messages.get("accounts.name"),
                        messages.get("accounts.memberships")),
                200,
                240,
                540);
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
        for (Account account : accounts()) {
            String memberships = account.administrator()
                    ? messages.get("accounts.administrator")
                    : administration.memberships().stream()
                            .filter(m -> m.user().equals(account.id()))
                            .map(this::text)
                            .sorted()
                            .collect(Collectors.joining(" · "));
            new TableItem(table, SWT.NONE).setText(new String[] {account.login(), account.name(), memberships});
        }
    }

    private String text(Membership membership) {
        Optional<Community> community = administration.communities().stream()
                .filter(c -> c.id().equals(membership.community()))
                .findFirst();
        return community.map(Community::name).orElse("") + " (" + word(membership.profile()) + ")";
    }

    private String word(Profile profile) {
        return messages.get("profile." + profile.name());
    }

    private List<Account> accounts() {
        return administration.accounts().stream()
                .sorted(Comparator.comparing(Account::login))
                .toList();
    }
}
