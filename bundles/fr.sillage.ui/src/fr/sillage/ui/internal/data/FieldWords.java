package fr.sillage.ui.internal.data;

import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.ui.kit.Messages;
import java.util.List;

/** Types, roles and privacy classes in the reader's words. */
public final class FieldWords {
    /** The roles that people choose from, in the order of the list. */
    public static final List<RoleId> ROLES = List.of(
            RoleId.SUBJECT,
            RoleId.ITEM,
            RoleId.EVENT,
            RoleId.CATEGORY,
            RoleId.TIME,
            RoleId.MEASURE,
            RoleId.RATING,
            RoleId.WEIGHT,
            RoleId.OUTCOME,
            RoleId.TEXT);

    private FieldWords() {}

    public static String type(Messages messages, Type type) {
        return messages.get("type." + type.name());
    }

    public static String privacy(Messages messages, Privacy privacy) {
        return messages.get("privacy." + privacy.name());
    }

    /** A role of an extension that the texts do not know is shown by its id. */
    public static String role(Messages messages, RoleId role) {
        return ROLES.contains(role) ? messages.get("role." + role.id().replace(':', '.')) : role.id();
    }
}
