package fr.sillage.api.data;

import java.util.regex.Pattern;

/**
 * What a column means to an analysis: an open, namespaced id. A new analysis may bring new ones.
 *
 * @param id for instance {@code core:subject}
 */
public record RoleId(String id) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9.-]*:[a-z][a-z0-9-]*");

    /** The person a row is about; holds a person key. */
    public static final RoleId SUBJECT = new RoleId("core:subject");
    /** What was chosen, followed or used: a module, a page, a tool. */
    public static final RoleId ITEM = new RoleId("core:item");
    /** When. */
    public static final RoleId TIME = new RoleId("core:time");
    /** What happened: rows are events, so that they repeat persons by their nature. */
    public static final RoleId EVENT = new RoleId("core:event");
    /** A category to group by. */
    public static final RoleId CATEGORY = new RoleId("core:category");
    /** A number to add up or average. */
    public static final RoleId MEASURE = new RoleId("core:measure");
    /** How good somebody found it, as a number. */
    public static final RoleId RATING = new RoleId("core:rating");
    /** How much a row counts for. */
    public static final RoleId WEIGHT = new RoleId("core:weight");
    /** How it ended. */
    public static final RoleId OUTCOME = new RoleId("core:outcome");
    /** Free text. */
    public static final RoleId TEXT = new RoleId("core:text");

    public RoleId {
        if (!FORM.matcher(id).matches()) {
            throw new IllegalArgumentException("not a role (namespace:name): " + id);
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
