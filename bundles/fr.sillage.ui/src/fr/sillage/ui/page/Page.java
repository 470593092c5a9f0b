package fr.sillage.ui.page;

import org.eclipse.swt.widgets.Composite;

/** A page of the work area; made anew each time it is opened, and disposed with its parent. */
public interface Page {
    /**
     * @param parent to be filled; its layout is the page's
     * @param context who looks at it, in which community and language
     */
    void create(Composite parent, PageContext context);
}
