package fr.sillage.ui.kit;

/** Names of files as browsers tell them. */
public final class FileNames {
    private FileNames() {}

    /** Some browsers tell the folders on the person's computer, which are nobody's business. */
    public static String withoutFolders(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
