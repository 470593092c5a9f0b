package fr.sillage.ui.internal.jobs;

import fr.sillage.ui.page.Page;
import fr.sillage.ui.page.PageContext;
import org.eclipse.swt.widgets.Composite;

/** The jobs that the member may see; opened with a job's id, that one beside them. */
public final class JobsPage implements Page {
    public static final String ID = "jobs";

    @Override
    public void create(Composite parent, PageContext page) {
        new JobList(parent, page, page.community().orElseThrow()).start();
    }
}
