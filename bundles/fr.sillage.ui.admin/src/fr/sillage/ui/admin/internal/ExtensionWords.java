package fr.sillage.ui.admin.internal;

import fr.sillage.api.Message;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.Contribution;
import fr.sillage.core.extension.ExtensionFault;
import fr.sillage.core.extension.InstalledExtension;
import fr.sillage.core.extension.SourceDescriptor;
import fr.sillage.core.text.Texts;
import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.page.PageContext;
import java.util.Locale;
import java.util.stream.Collectors;

/** Extensions in the reader's words. */
final class ExtensionWords {
    private final Messages messages;
    private final Texts texts;
    private final Locale locale;

    ExtensionWords(PageContext page) {
        this.messages = Messages.of(ExtensionWords.class, page.locale());
        this.texts = page.service(Texts.class);
        this.locale = page.locale();
    }

    String own(String key, Object... arguments) {
        return messages.get(key, arguments);
    }

    Locale locale() {
        return locale;
    }

    String text(Message message) {
        return texts.text(message, locale);
    }

    /** Told by what it contributes; where it contributes nothing, by its own name. */
    String name(InstalledExtension extension) {
        return extension.contributions().isEmpty()
                ? extension.name(locale)
                : extension.contributions().stream()
                        .map(contribution -> contribution.name(locale))
                        .collect(Collectors.joining(", "));
    }

    String contribution(Contribution contribution) {
        String kind = switch (contribution) {
            case AnalysisDescriptor analysis -> "analysis";
            case SourceDescriptor source -> "source";
            default -> "anonymizer";
        };
        return own("extension." + kind, contribution.name(locale));
    }

    String origin(InstalledExtension extension) {
        return extension.file().orElseGet(() -> own("extension.product"));
    }

    String state(InstalledExtension extension) {
        return own("extension.state." + extension.state());
    }

    /** The state on its colour. */
    String stateTag(InstalledExtension extension) {
        String kind = switch (extension.state()) {
            case WORKING -> "ok";
            case INCOMPLETE, OUTDATED -> "warning";
            case QUARANTINED -> "danger";
        };
        return Html.tag(state(extension), kind);
    }

    String fault(ExtensionFault fault) {
        return texts.text("fr.sillage.core", "fault." + fault.kind(), locale);
    }
}
