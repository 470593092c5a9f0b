package fr.sillage.ui.internal.shell;

import fr.sillage.ui.internal.UiBundle;
import fr.sillage.ui.internal.presence.Presences;
import java.util.List;
import javax.servlet.http.HttpSession;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.part.ViewPart;

/** The one view: sign-in, or header, navigation and the current page. */
public final class HostView extends ViewPart {
    /** What only a person does to a widget. */
    private static final List<Integer> PERSON =
            List.of(SWT.Selection, SWT.DefaultSelection, SWT.MouseDown, SWT.KeyDown);

    private Composite root;
    private BrowserSession session;
    /** Gives the focus to where the person begins. */
    private Runnable begin = () -> {};

    @Override
    public void createPartControl(Composite parent) {
        root = parent;
        Runnable closed = UiBundle.opened();
        root.addListener(SWT.Dispose, event -> closed.run());
        HttpSession http = RWT.getUISession().getHttpSession();
        PERSON.forEach(type -> parent.getDisplay().addFilter(type, event -> Presences.seen(http)));
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
            session.watchPresence();
            new MainArea(session).create(root);
            begin = root::setFocus;
        } else if (session.setupToken().isPresent()) {
            SetupArea setup = new SetupArea(session, session.setupToken().get());
            setup.create(root);
            begin = setup::setFocus;
            setup.setFocus();
        } else {
            SignInArea signIn = new SignInArea(session);
            signIn.create(root);
            begin = signIn::setFocus;
            signIn.setFocus();
        }
        root.layout(true, true);
    }

    /** The workbench asks for it before the window is seen; what is asked for last then counts, so no detour by root. */
    @Override
    public void setFocus() {
        begin.run();
    }
}
