package fr.sillage.core.imports;

import java.util.List;

/**
 * What an import that replaces by key did, in rows.
 *
 * @param keys names of the key's columns, as they are stored
 * @param replacing rows of the file whose key was there
 * @param replaced rows that were there with one of these keys
 * @param added rows of the file whose key was not there
 * @param stayed rows that were there with other keys or none
 * @param withoutKey rows of the file that lack a value of the key; stored, and in nobody's place
 */
public record KeyReplacement(
        List<String> keys, long replacing, long replaced, long added, long stayed, long withoutKey) {
    public KeyReplacement {
        keys = List.copyOf(keys);
    }
}
