package fr.sillage.ui.admin.internal;

import fr.sillage.core.community.Communities;
import fr.sillage.core.community.Communities.Administration;
import fr.sillage.core.community.Community;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.Page;
import fr.sillage.ui.page.PageContext;
import java.util.Comparator;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** The communities, and a field to make one more. */
public final class CommunitiesPage implements Page {
    private static final int LONGEST_NAME = 200;

    @Override
    public void create(Composite parent, PageContext context) {
        Messages messages = Messages.of(CommunitiesPage.class, context.locale());
        Administration administration =
                context.service(Communities.class).administer(context.account().id());
        parent.setLayout(Kit.grid(1, Kit.PAGE_MARGIN, 16));
        Kit.title(parent, messages.get("communities.title"));
        Composite card = Kit.card(parent, 1);
        card.setLayoutData(Kit.wide());
        Text name = Kit.field(card, messages.get("communities.name"), SWT.NONE);
        name.setTextLimit(LONGEST_NAME);
        Label error = Kit.label(card, "", "error", SWT.WRAP);
        error.setLayoutData(Kit.wide());
        TestIds.set(name, "admin.community.name");
        TestIds.set(
                Kit.primary(card, messages.get("communities.create"), () -> {
                    if (Attempt.to(() -> administration.createCommunity(name.getText()), messages, error)) {
                        context.open("admin.communities", "");
                    }
                }),
                "admin.community.create");
        Table table = Kit.table(
                parent,
                List.of(
                        messages.get("communities.name"),
                        messages.get("communities.members"),
                        messages.get("communities.threshold")),
                420,
                160,
                220);
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        administration.communities().stream()
                .sorted(Comparator.comparing(Community::name))
                .forEach(community -> {
                    long members = administration.memberships().stream()
                            .filter(m -> m.community().equals(community.id()))
                            .count();
                    new TableItem(table, SWT.NONE).setText(new String[] {
                        community.name(), Long.toString(members), Integer.toString(community.threshold())
                    });
                });
    }
}
