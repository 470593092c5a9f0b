package fr.sillage.ui.internal.analysis;

import fr.sillage.api.published.Published;
import fr.sillage.chart.AnalysisView;
import fr.sillage.chart.ViewContext;
import fr.sillage.core.extension.ContributedView;
import fr.sillage.core.extension.ExtensionException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** What an analysis's own view draws, kept within a part of the page. */
final class OwnDrawing {
    /** More widgets than a browser shows with ease. */
    private static final int MOST_WIDGETS = 2_000;

    private OwnDrawing() {}

    /**
     * Lets the view draw; where it cannot be used, nothing is left of what it made.
     *
     * @return whether it drew something that can be shown
     */
    static boolean draw(Composite parent, ContributedView view, Published published, ViewContext context) {
        Composite card = Look.card(parent, 1);
        card.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        Look.identify(card, "analysis.view");
        Composite part = new Composite(card, SWT.NONE);
        part.setLayout(Look.grid(1, 0));
        part.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        int width = Math.max(1, parent.getParent().getClientArea().width);
        Display display = parent.getDisplay();
        Set<Control> before = all(display.getShells());
        try {
            boolean[] seen = new boolean[1];
            view.use(AnalysisView.class, drawn -> {
                drawn.draw(part, published, context);
                // its layout is code of its own as well
                seen[0] = !part.isDisposed()
                        && part.getChildren().length > 0
                        && part.computeSize(width, SWT.DEFAULT).y > 0;
            });
            Set<Control> astray = astray(display, before, part);
            Optional<String> fault = fault(part, seen[0], astray);
            if (fault.isPresent()) {
                throw view.nonsense(fault.get());
            }
            return true;
        } catch (ExtensionException e) { // the guard has told of it
            astray(display, before, part).forEach(Control::dispose);
            card.dispose();
            return false;
        }
    }

    private static Optional<String> fault(Composite part, boolean seen, Set<Control> astray) {
        if (part.isDisposed()) {
            return Optional.of("a view that disposed of its part");
        }
        if (!astray.isEmpty()) {
            return Optional.of("a view that made " + astray.size() + " widgets outside its part");
        }
        if (!seen) {
            return Optional.of("a view that drew nothing");
        }
        int widgets = all(part.getChildren()).size();
        return widgets > MOST_WIDGETS
                ? Optional.of("a view of " + widgets + " widgets, more than " + MOST_WIDGETS)
                : Optional.empty();
    }

    /** What is new in the browser session, but not in the part. */
    private static Set<Control> astray(Display display, Set<Control> before, Composite part) {
        Set<Control> now = all(display.getShells());
        now.removeAll(before);
        if (!part.isDisposed()) {
            now.removeAll(all(part));
        }
        return now;
    }

    private static Set<Control> all(Control... roots) {
        Set<Control> found = new HashSet<>();
        add(roots, found);
        return found;
    }

    private static void add(Control[] controls, Set<Control> found) {
        for (Control control : controls) {
            found.add(control);
            if (control instanceof Composite composite) {
                add(composite.getChildren(), found);
            }
            if (control instanceof Shell shell) {
                add(shell.getShells(), found);
            }
        }
    }
}
