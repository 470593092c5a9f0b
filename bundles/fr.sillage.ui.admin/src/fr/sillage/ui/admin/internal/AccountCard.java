package fr.sillage.ui.admin.internal;

import fr.sillage.core.community.Account;
import fr.sillage.core.community.Communities.Administration;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.Membership;
import fr.sillage.core.community.Profile;
import fr.sillage.ui.kit.Access;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.kit.Question;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.util.Comparator;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** One account: its profile in each of its communities, further communities, a new password. */
final class AccountCard {
    private static final int LEAST_TEXT = 100;

    private final PageContext page;
    private final Messages messages;
    private final Administration administration;
    private final Account account;
    private final List<Community> communities;
    private final List<Membership> memberships;
    private final Words words;

    AccountCard(PageContext page, Messages messages, Administration administration, Account account) {
        this.page = page;
        this.messages = messages;
        this.administration = administration;
        this.account = account;
        this.communities = administration.communities().stream()
                .sorted(Comparator.comparing(Community::name))
                .toList();
        this.words = new Words(messages, communities);
        this.memberships = administration.memberships().stream()
                .filter(m -> m.user().equals(account.id()))
                .sorted(Comparator.comparing(m -> words.community(m.community())))
                .toList();
    }

    void show(Composite parent) {
        Composite card = Kit.card(parent, 1);
        card.setLayoutData(Kit.wide());
        line(card, account.name(), "section");
        line(card, account.login(), "secondary");
        if (account.administrator()) {
            line(card, messages.get("accounts.administrator.text"), "small");
        } else {
            memberships(card);
        }
        password(parent);
    }

    private static void line(Composite parent, String text, String variant) {
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        Kit.label(parent, text, variant, SWT.WRAP).setLayoutData(wide);
    }

    private void memberships(Composite card) {
        if (memberships.isEmpty()) {
            line(card, messages.get("membership.nowhere"), "small");
        }
        memberships.forEach(membership -> row(card, membership));
        List<Community> others = communities.stream()
                .filter(c -> memberships.stream().noneMatch(m -> m.community().equals(c.id())))
                .toList();
        if (communities.isEmpty()) {
            line(card, messages.get("membership.none"), "small");
        } else if (!others.isEmpty()) {
            add(card, others);
        }
    }

    private void row(Composite card, Membership membership) {
        String community = words.community(membership.community());
        line(card, community, "field");
        Composite row = Kit.box(card, 2, 0);
        row.setLayoutData(Kit.wide());
        Combo profile = choice(row, words.profiles(), membership.profile().ordinal());
        String name = messages.get("membership.profile.of", community);
        profile.setToolTipText(name);
        Access.name(profile, name);
        profile.addListener(SWT.Selection, event -> {
            administration.setMembership(
                    account.id(), membership.community(), Profile.values()[profile.getSelectionIndex()]);
            reopen();
        });
        Button remove = Kit.button(row, messages.get("membership.remove"), "link", () -> {});
        remove.addListener(
                SWT.Selection,
                event -> Question.ask(
                        remove,
                        messages.get("membership.remove.title", account.name(), community),
                        messages.get("membership.remove.text"),
                        messages.get("membership.remove"),
                        messages.get("cancel"),
                        () -> {
                            administration.removeMembership(account.id(), membership.community());
                            reopen();
                        }));
        TestIds.set(profile, "admin.membership.profile." + community);
        TestIds.set(remove, "admin.membership.remove." + community);
    }

    private void add(Composite card, List<Community> others) {
        Kit.label(card, messages.get("membership.title"), "section", SWT.NONE);
        Kit.label(card, messages.get("membership.community"), "field", SWT.NONE);
        Combo community = choice(card, others.stream().map(Community::name).toList(), 0);
        Kit.label(card, messages.get("membership.profile"), "field", SWT.NONE);
        Combo profile = choice(card, words.profiles(), 0);
        Button add = Kit.secondary(card, messages.get("membership.add"), () -> {
            administration.setMembership(
                    account.id(),
                    others.get(community.getSelectionIndex()).id(),
                    Profile.values()[profile.getSelectionIndex()]);
            reopen();
        });
        TestIds.set(community, "admin.membership.community");
        TestIds.set(profile, "admin.membership.profile");
        TestIds.set(add, "admin.membership.add");
    }

    private static Combo choice(Composite parent, List<String> choices, int selected) {
        Combo combo = Kit.combo(parent, choices, selected);
        GridData wide = Kit.wide();
        wide.heightHint = ((GridData) combo.getLayoutData()).heightHint;
        wide.widthHint = LEAST_TEXT;
        combo.setLayoutData(wide);
        return combo;
    }

    private void password(Composite parent) {
        Composite card = Kit.card(parent, 1);
        card.setLayoutData(Kit.wide());
        Kit.label(card, messages.get("password.title"), "section", SWT.NONE);
        line(card, messages.get("password.text"), "small");
        Text password = Kit.field(card, messages.get("accounts.password"), SWT.PASSWORD);
        Label error = Attempt.error(card);
        Button set = Kit.secondary(card, messages.get("password.set"), () -> {
            if (Attempt.to(
                    () -> administration.setPassword(account.id(), password.getTextChars()),
                    "error.password",
                    messages,
                    error)) {
                password.setText("");
                Attempt.say(error, messages.get("password.done"), "ok");
            }
        });
        TestIds.set(password, "admin.password");
        TestIds.set(set, "admin.password.set");
    }

    private void reopen() {
        page.open(AccountsPage.ID, account.id().value().toString());
    }
}
