package fr.sillage.ui.internal.shell;

import fr.sillage.ui.internal.UiBundle;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.part.ViewPart;

/** The one view: sign-in, or header, navigation and the current page. */
public final class HostView extends ViewPart {
    private Composite root;
    private BrowserSession session;

    @Override
    public void createPartControl(Composite parent) {
        root = parent;
        Runnable closed = UiBundle.opened();
        root.addListener(SWT.Dispose, event -> closed.run());
        root.setLayout(new FillLayout());
        session = new BrowserSession(parent.getDisplay(), this::rebuild);
        rebuild();
    }

    /** Makes everything anew: after sign-in, sign-out, another language or community. */
    private void rebuild() {
        for (Control child : root.getChildren()) {
            child.dispose();
        }
        if (session.account().isPresent()) {
            new MainArea(session).create(root);
        } else if (session.setupToken().isPresent()) {
            new SetupArea(session, session.setupToken().get()).create(root);
        } else {
            new SignInArea(session).create(root);
        }
        root.layout(true, true);
    }

    @Override
    public void setFocus() {
        root.setFocus();
    }
}
