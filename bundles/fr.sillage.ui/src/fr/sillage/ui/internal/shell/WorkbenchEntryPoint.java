package fr.sillage.ui.internal.shell;

import fr.sillage.ui.kit.Access;
import fr.sillage.ui.kit.TestIds;
import org.eclipse.rap.rwt.application.EntryPoint;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPreferenceConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** One workbench for each browser session, without any of the IDE's bars. */
public final class WorkbenchEntryPoint implements EntryPoint {
    @Override
    public int createUI() {
        Display display = PlatformUI.createDisplay();
        TestIds.register();
        Access.register();
        // The workbench's own scheme takes some forty keys from the browser (Ctrl+P, Ctrl+W, Ctrl+F, F2, ...). The
        // scheme is read while the workbench starts: the advisor's initialize would be too late.
        PlatformUI.getPreferenceStore()
                .setDefault(IWorkbenchPreferenceConstants.KEY_CONFIGURATION_ID, "fr.sillage.ui.keys");
        int result = PlatformUI.createAndRunWorkbench(display, new Advisor());
        display.dispose();
        return result;
    }

    private static final class Advisor extends WorkbenchAdvisor {
        @Override
        public void initialize(IWorkbenchConfigurer configurer) {
            configurer.setSaveAndRestore(false);
        }

        @Override
        public String getInitialWindowPerspectiveId() {
            return HostPerspective.ID;
        }

        @Override
        public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
            return new WindowAdvisor(configurer);
        }
    }

    private static final class WindowAdvisor extends WorkbenchWindowAdvisor {
        WindowAdvisor(IWorkbenchWindowConfigurer configurer) {
            super(configurer);
        }

        @Override
        public void preWindowOpen() {
            IWorkbenchWindowConfigurer window = getWindowConfigurer();
            window.setTitle("Sillage");
            window.setShellStyle(SWT.NO_TRIM);
            window.setShowMenuBar(false);
            window.setShowCoolBar(false);
            window.setShowPerspectiveBar(false);
            window.setShowStatusLine(false);
        }

        @Override
        public void createWindowContents(Shell shell) {
            shell.setLayout(new FillLayout()); // the workbench's own layout keeps a margin for bars
            getWindowConfigurer().createPageComposite(shell);
        }

        @Override
        public void postWindowCreate() {
            // Before the window opens, and without setInitialSize(browser size): with an unchanged size the shell
            // still counts as packed, and RAP packs it again when the measured text sizes arrive: a gap stays.
            getWindowConfigurer().getWindow().getShell().setMaximized(true);
        }
    }
}
