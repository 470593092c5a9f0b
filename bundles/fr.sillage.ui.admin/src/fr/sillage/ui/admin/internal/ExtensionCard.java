package fr.sillage.ui.admin.internal;

import fr.sillage.core.extension.InstalledExtension;
import fr.sillage.core.extension.InstalledExtension.State;
import fr.sillage.core.extension.InstalledExtensions.Administration;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** One extension: what it contributes, how it is, and what the administrator can do about it. */
final class ExtensionCard {
    private static final int LEAST_TEXT = 100;

    private final ExtensionWords words;
    private final Administration administration;
    private final InstalledExtension extension;

    ExtensionCard(ExtensionWords words, Administration administration, InstalledExtension extension) {
        this.words = words;
        this.administration = administration;
        this.extension = extension;
    }

    void show(Composite parent) {
        Composite card = Kit.card(parent, 1);
        card.setLayoutData(Kit.wide());
        line(card, words.name(extension), "section");
        line(card, extension.bundle(), "small");
        line(card, words.own("extension.from", words.origin(extension)), "small");
        if (extension.contributions().isEmpty()) {
            line(card, words.own("extension.nothing"), "");
        }
        extension.contributions().forEach(contribution -> line(card, words.contribution(contribution), ""));
        if (extension.state() != State.WORKING) {
            line(card, words.own("extension.state." + extension.state() + ".text"), "secondary");
        }
        if (extension.state() == State.QUARANTINED) {
            Button release = Kit.secondary(
                    card, words.own("extension.release"), () -> administration.release(extension.bundle()));
            TestIds.set(release, "admin.extension.release");
        }
        extension.file().ifPresent(file -> {
            line(card, words.own("extension.enabled.by"), "small");
            RemoveButton.create(card, words, administration, file);
        });
    }

    private static void line(Composite parent, String text, String variant) {
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        Kit.label(parent, text, variant, SWT.WRAP).setLayoutData(wide);
    }
}
