package fr.sillage.ui.admin.internal;

import fr.sillage.core.community.Communities;
import fr.sillage.core.community.Communities.Administration;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.Membership;
import fr.sillage.core.text.Names;
import fr.sillage.ui.kit.Formats;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.Page;
import fr.sillage.ui.page.PageContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** The communities, and a field to make one more. */
public final class CommunitiesPage implements Page {
    private static final int SIDE = 400;

    @Override
    public void create(Composite parent, PageContext context) {
        Messages messages = Messages.of(CommunitiesPage.class, context.locale());
        Administration administration =
                context.service(Communities.class).administer(context.account().id());
        parent.setLayout(Kit.grid(2, Kit.PAGE_MARGIN, 16));
        Kit.title(parent, messages.get("communities.title"))
                .setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        List<Community> communities = administration.communities();
        if (communities.isEmpty()) {
            Composite card =
                    Kit.empty(parent, messages.get("communities.none.title"), messages.get("communities.none.text"));
            card.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        } else {
            table(parent, context, messages, administration, communities);
        }
        Composite card = Kit.card(parent, 1);
        GridData place = new GridData(SWT.FILL, SWT.TOP, false, true);
        place.widthHint = SIDE;
        card.setLayoutData(place);
        create(card, context, messages, administration);
    }

    private static void create(Composite card, PageContext context, Messages messages, Administration administration) {
        Kit.label(card, messages.get("communities.new"), "section", SWT.NONE);
        Text name = Kit.field(card, messages.get("communities.name"), SWT.NONE);
        name.setTextLimit(Names.LONGEST);
        Label error = Attempt.error(card);
        Button create = Kit.primary(card, messages.get("communities.create"), () -> {});
        create.addListener(SWT.Selection, event -> {
            create.setEnabled(false);
            create.setText(messages.get("communities.creating"));
            card.layout(true, true);
            // a silo takes seconds to be made: first the browser shows that it is
            card.getDisplay().timerExec(1, () -> make(name, create, error, context, messages, administration));
        });
        card.getShell().setDefaultButton(create);
        TestIds.set(name, "admin.community.name");
        TestIds.set(create, "admin.community.create");
    }

    private static void make(
            Text name,
            Button create,
            Label error,
            PageContext context,
            Messages messages,
            Administration administration) {
        if (create.isDisposed()) {
            return;
        }
        if (Attempt.to(() -> administration.createCommunity(name.getText()), "error.community", messages, error)) {
            context.open("admin.communities", "");
        } else {
            create.setText(messages.get("communities.create"));
            create.setEnabled(true);
        }
    }

    private static void table(
            Composite parent,
            PageContext context,
            Messages messages,
            Administration administration,
            List<Community> communities) {
        Table table = Kit.table(
                parent,
                List.of(
                        messages.get("communities.name"),
                        messages.get("communities.members"),
                        messages.get("communities.threshold")),
                290,
                90,
                220);
        Kit.stretch(table, 0);
        Kit.alignRight(table, 1, 2);
        TestIds.set(table, "admin.communities");
        Map<CommunityId, Long> members = administration.memberships().stream()
                .collect(Collectors.groupingBy(Membership::community, Collectors.counting()));
        communities.stream()
                .sorted(Comparator.comparing(Community::name))
                .forEach(community -> new TableItem(table, SWT.NONE).setText(new String[] {
                    community.name(),
                    Formats.number(members.getOrDefault(community.id(), 0L), context.locale()),
                    Formats.number(community.threshold(), context.locale())
                }));
    }
}
