package fr.sillage.ui.admin.internal;

import fr.sillage.core.extension.InstalledExtensions.Administration;
import fr.sillage.ui.kit.Access;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Question;
import fr.sillage.ui.kit.TestIds;
import java.io.IOException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a file out of the extensions folder, after a question. */
final class RemoveButton {
    private static final Logger LOG = LoggerFactory.getLogger(RemoveButton.class);

    private RemoveButton() {}

    static void create(Composite parent, ExtensionWords words, Administration administration, String file) {
        Button remove = Kit.button(parent, words.own("extension.remove"), "link", () -> {});
        Access.name(remove, words.own("extension.remove.named", file));
        TestIds.set(remove, "admin.extension.remove." + file);
        remove.addListener(
                SWT.Selection,
                event -> Question.ask(
                        remove,
                        words.own("extension.remove.title", file),
                        words.own("extension.remove.text"),
                        words.own("extension.remove"),
                        words.own("cancel"),
                        () -> {
                            try {
                                administration.remove(file);
                            } catch (IOException e) {
                                LOG.warn(
                                        "an extension file cannot be removed: {}",
                                        e.getClass().getName());
                                Kit.notice(parent, "danger", words.own("extension.remove.failed"))
                                        .setLayoutData(Kit.wide());
                                parent.getParent().layout(true, true);
                            }
                        }));
    }
}
