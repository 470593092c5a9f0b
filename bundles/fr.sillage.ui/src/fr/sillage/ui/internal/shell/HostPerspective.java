package fr.sillage.ui.internal.shell;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** One standalone view without title; fixed: it can be neither closed nor moved. */
public final class HostPerspective implements IPerspectiveFactory {
    static final String ID = "fr.sillage.ui.host";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        layout.setFixed(true);
        layout.addStandaloneView(ID, false, IPageLayout.LEFT, 1f, layout.getEditorArea());
    }
}
