package fr.sillage.ui.admin.internal;

import fr.sillage.core.community.DuplicateNameException;
import fr.sillage.ui.kit.Messages;
import org.eclipse.swt.widgets.Label;

/** Tries what a person asked for and says in a sentence why it was refused. */
final class Attempt {
    private Attempt() {}

    /** @return whether it was done */
    static boolean to(Runnable work, Messages messages, Label error) {
        try {
            work.run();
            error.setText("");
            return true;
        } catch (DuplicateNameException e) {
            error.setText(messages.get("error.taken"));
        } catch (IllegalArgumentException e) {
            error.setText(messages.get("error.incomplete"));
        }
        error.getParent().layout(true, true);
        return false;
    }
}
