package fr.sillage.ui.internal.shell;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.ui.page.Page;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;

/** A page in the registry. */
record PageEntry(IConfigurationElement element) {
    static List<PageEntry> all() {
        return Arrays.stream(Platform.getExtensionRegistry().getConfigurationElementsFor("fr.sillage.ui.pages"))
                .map(PageEntry::new)
                .sorted(Comparator.comparingInt(PageEntry::order))
                .toList();
    }

    String id() {
        return element.getAttribute("id");
    }

    /** The page whose entry in the navigation stands for it; its own where it has one. */
    String within() {
        return Optional.ofNullable(element.getAttribute("within")).orElse(id());
    }

    String section() {
        return element.getAttribute("section");
    }

    Optional<String> icon() {
        return Optional.ofNullable(element.getAttribute("icon"));
    }

    private int order() {
        return Integer.parseInt(element.getAttribute("order"));
    }

    String label(Locale locale) {
        return element.getAttribute("label", locale.getLanguage());
    }

    /** Whether a member may see it; platform pages are the administrator's. */
    boolean isFor(Optional<CommunityContext> context, boolean administrator) {
        if (section().equals("platform")) {
            return administrator;
        }
        String right = element.getAttribute("right");
        return context.isPresent() && (right == null || context.get().may(Right.valueOf(right)));
    }

    Page create() throws CoreException {
        return (Page) element.createExecutableExtension("class");
    }
}
