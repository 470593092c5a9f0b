package fr.sillage.ui.admin.internal;

import fr.sillage.core.community.DuplicateNameException;
import fr.sillage.core.silo.NotWritableException;
import fr.sillage.core.silo.SiloException;
import fr.sillage.core.text.Names;
import fr.sillage.core.text.RefusedNameException;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Labels;
import fr.sillage.ui.kit.Messages;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries what a person asked for and says in a sentence why it was refused. */
final class Attempt {
    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private Attempt() {}

    /** Where the sentence will stand; takes no room until there is one. */
    static Label error(Composite parent) {
        Label error = Kit.label(parent, "", "error", SWT.WRAP);
        GridData place = Kit.wide();
        place.exclude = true;
        error.setLayoutData(place);
        error.setVisible(false);
        return error;
    }

    /** @return whether it was done */
    static boolean to(Runnable work, Messages messages, Label error) {
        return to(work, "error.incomplete", messages, error);
    }

    /** @param incomplete key of the sentence where something is missing or too short */
    static boolean to(Runnable work, String incomplete, Messages messages, Label error) {
        try {
            work.run();
            return true;
        } catch (DuplicateNameException e) {
            say(error, messages.get("error.taken"), "error");
        } catch (RefusedNameException e) {
            String key = e.fault() == Names.Fault.BLANK ? incomplete : "error.name." + e.fault();
            say(error, messages.get(key), "error");
        } catch (SiloException e) {
            LOG.error("what an administrator wanted could not be stored", e);
            say(error, messages.get(NotWritableException.isBehind(e) ? "error.unwritable" : "error.store"), "error");
        } catch (IllegalArgumentException e) {
            say(error, messages.get(incomplete), "error");
        }
        return false;
    }

    /** @param variant of the label: error or ok */
    static void say(Label label, String sentence, String variant) {
        label.setText(Labels.plain(sentence));
        label.setData(RWT.CUSTOM_VARIANT, variant);
        label.setVisible(true);
        ((GridData) label.getLayoutData()).exclude = false;
        label.getParent().getParent().getParent().layout(true, true);
    }
}
