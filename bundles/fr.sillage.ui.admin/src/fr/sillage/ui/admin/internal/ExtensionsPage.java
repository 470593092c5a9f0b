package fr.sillage.ui.admin.internal;

import fr.sillage.core.extension.ExtensionFault;
import fr.sillage.core.extension.InstalledExtension;
import fr.sillage.core.extension.InstalledExtensions;
import fr.sillage.core.extension.InstalledExtensions.Administration;
import fr.sillage.core.extension.RefusedFile;
import fr.sillage.ui.kit.Formats;
import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Scrolled;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.LiveExtensions;
import fr.sillage.ui.page.Page;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/**
 * What is installed and what went wrong with it; a jar can be added, replaced and removed while people work. Opened
 * with a bundle's symbolic name to show it.
 */
public final class ExtensionsPage implements Page {
    static final String ID = "admin.extensions";
    private static final int SIDE = 360;
    private static final int MOST_FAULTS = 50;

    private PageContext page;
    private ExtensionWords words;
    private InstalledExtensions extensions;
    private Administration administration;

    @Override
    public void create(Composite parent, PageContext context) {
        page = context;
        words = new ExtensionWords(page);
        extensions = page.service(InstalledExtensions.class);
        administration = extensions.administer(page.account().id());
        Scrolled scrolled = Scrolled.in(parent);
        new ExtensionUpload(page, words, administration, scrolled::fit).show(scrolled.content());
        Composite body = Kit.box(scrolled.content(), 1, 0);
        body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Runnable refresh = () -> {
            for (Control child : body.getChildren()) {
                child.dispose();
            }
            fill(body);
            scrolled.fit();
        };
        refresh.run();
        LiveExtensions.follow(body, page, extensions::watch, refresh);
    }

    private void fill(Composite body) {
        administration.refused().forEach(refused -> refused(body, refused));
        int abandoned = administration.abandonedThreads();
        if (abandoned > 0) {
            Kit.notice(body, "warning", words.own("extensions.abandoned", abandoned))
                    .setLayoutData(Kit.wide());
        }
        Composite pair = Kit.box(body, 2, 0);
        pair.setLayoutData(Kit.wide());
        List<InstalledExtension> all = extensions.all();
        Table table = table(pair, all);
        Composite side = Kit.box(pair, 1, 0);
        GridData place = new GridData(SWT.FILL, SWT.TOP, false, false);
        place.widthHint = SIDE;
        side.setLayoutData(place);
        chosen(table, side, all);
        faults(body, administration.faults());
    }

    private void refused(Composite body, RefusedFile refused) {
        Composite notice = Kit.notice(
                body, "danger", words.own("extensions.refused", refused.file(), words.text(refused.reason())));
        notice.setLayoutData(Kit.wide());
        TestIds.set(notice.getChildren()[0], "admin.extension.refused." + refused.file());
        RemoveButton.create(notice, words, administration, refused.file());
    }

    private Table table(Composite parent, List<InstalledExtension> all) {
        Table table = Kit.table(
                parent,
                List.of(words.own("extensions.name"), words.own("extensions.version"), words.own("extensions.state")),
                300,
                150,
                150);
        table.setData(RWT.MARKUP_ENABLED, Boolean.TRUE);
        Kit.stretch(table, 0);
        TestIds.set(table, "admin.extensions");
        for (InstalledExtension extension : all) {
            new TableItem(table, SWT.NONE).setText(new String[] {
                Html.escape(words.name(extension)), Html.escape(extension.version()), words.stateTag(extension)
            });
        }
        Kit.fitRows(table);
        Kit.opens(table, index -> page.open(ID, all.get(index).bundle()));
        return table;
    }

    private void chosen(Table table, Composite side, List<InstalledExtension> all) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).bundle().equals(page.argument())) {
                table.select(i);
                new ExtensionCard(words, administration, all.get(i)).show(side);
                return;
            }
        }
        Kit.empty(side, words.own("extensions.none.title"), words.own("extensions.none.text"));
    }

    private void faults(Composite body, List<ExtensionFault> faults) {
        Kit.label(body, words.own("faults.title"), "section", SWT.NONE);
        if (faults.isEmpty()) {
            Kit.label(body, words.own("faults.none"), "secondary", SWT.NONE);
            return;
        }
        Table table = Kit.table(
                body,
                List.of(
                        words.own("faults.when"),
                        words.own("faults.extension"),
                        words.own("faults.what"),
                        words.own("faults.detail")),
                150,
                240,
                260,
                300);
        Kit.stretch(table, 3);
        TestIds.set(table, "admin.extension.faults");
        faults.stream()
                .limit(MOST_FAULTS)
                .forEach(fault -> new TableItem(table, SWT.NONE).setText(new String[] {
                    Formats.time(fault.when(), words.locale()), fault.bundle(), words.fault(fault), fault.detail()
                }));
        Kit.fitRows(table);
    }
}
