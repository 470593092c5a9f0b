package fr.sillage.ui.internal.shell;

import fr.sillage.ui.kit.Access;
import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Icons;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.kit.TestIds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** The entries of the pages, by sections. */
final class Navigation {
    static final int WIDTH = 208;
    private static final List<String> SECTIONS = List.of("work", "community", "platform");

    private final BrowserSession session;
    private final Messages messages;
    private final List<PageEntry> pages;
    private final Consumer<PageEntry> open;
    private final Map<PageEntry, Button> entries = new HashMap<>();

    Navigation(BrowserSession session, Messages messages, List<PageEntry> pages, Consumer<PageEntry> open) {
        this.session = session;
        this.messages = messages;
        this.pages = pages;
        this.open = open;
    }

    void create(Composite all) {
        Composite navigation = new Composite(all, SWT.NONE);
        navigation.setData(RWT.CUSTOM_VARIANT, "navigation");
        Access.role(navigation, "navigation", messages.get("navigation"));
        navigation.setLayout(Kit.grid(1, 10, 4));
        GridData place = new GridData(SWT.FILL, SWT.FILL, false, true);
        place.widthHint = WIDTH;
        navigation.setLayoutData(place);
        for (String section : SECTIONS) {
            List<PageEntry> here =
                    pages.stream().filter(p -> p.section().equals(section)).toList();
            if (!here.isEmpty() && !section.equals("work")) {
                caption(navigation, messages.get("section." + section));
            }
            here.forEach(page -> entry(navigation, page));
        }
    }

    /** In a box of its own: the layout does not set a centred label apart by an indent. */
    private static void caption(Composite navigation, String text) {
        Composite box = Kit.box(navigation, 1, 0);
        GridLayout room = (GridLayout) box.getLayout();
        room.marginTop = Kit.GAP;
        room.marginLeft = 10;
        box.setLayoutData(Kit.wide());
        Kit.label(box, text, "caption", SWT.NONE).setLayoutData(Kit.wide());
    }

    private void entry(Composite navigation, PageEntry page) {
        Button entry = Kit.button(navigation, "", "nav", () -> open.accept(page));
        entry.setData(RWT.MARKUP_ENABLED, Boolean.TRUE);
        entry.setAlignment(SWT.LEFT);
        GridData wide = Kit.wide();
        wide.heightHint = Kit.CONTROL_HEIGHT - 2;
        entry.setLayoutData(wide);
        TestIds.set(entry, "nav." + page.id());
        entries.put(page, entry);
    }

    /** Shows where the person is. */
    void mark(String current) {
        entries.forEach((page, button) -> {
            boolean here = page.id().equals(current);
            String label = page.label(session.locale());
            String colour = here ? Icons.PRIMARY : Icons.INK;
            button.setData(RWT.CUSTOM_VARIANT, here ? "navSelected" : "nav");
            Access.current(button, here);
            button.setText(
                    page.icon().map(icon -> Icons.before(icon, colour, label)).orElseGet(() -> Html.escape(label)));
        });
    }
}
