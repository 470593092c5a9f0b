package fr.sillage.ui.kit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;

/** A page that may be higher than the window. */
public final class Scrolled {
    private final ScrolledComposite frame;
    private final Composite content;

    private Scrolled(ScrolledComposite frame, Composite content) {
        this.frame = frame;
        this.content = content;
    }

    /** @param page the page's parent, still empty */
    public static Scrolled in(Composite page) {
        page.setLayout(new FillLayout());
        ScrolledComposite frame = new ScrolledComposite(page, SWT.V_SCROLL);
        Composite content = Kit.box(frame, 1, Kit.PAGE_MARGIN);
        frame.setExpandHorizontal(true);
        frame.setExpandVertical(true);
        frame.setContent(content);
        Scrolled scrolled = new Scrolled(frame, content);
        frame.addListener(SWT.Resize, event -> scrolled.fit());
        return scrolled;
    }

    /** To be filled. */
    public Composite content() {
        return content;
    }

    /** To be called when the content grew or shrank: as high as it needs in the width there is. */
    public void fit() {
        if (!frame.isDisposed() && frame.getClientArea().width > 0) {
            content.layout(true, true);
            frame.setMinHeight(content.computeSize(frame.getClientArea().width, SWT.DEFAULT).y);
        }
    }
}
