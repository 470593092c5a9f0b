package fr.sillage.core.internal.export;

import fr.sillage.api.MessageKey;
import fr.sillage.api.data.Field;
import fr.sillage.core.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** The texts of a package in its reader's language. */
record PackageWords(Texts texts, Locale locale) {
    private static final String CORE = "fr.sillage.core";

    String get(String key, Object... arguments) {
        return texts.text(new MessageKey(CORE, "export." + key), List.of(arguments), locale);
    }

    /** A column whose title and description stand under its name. */
    SchemaField field(String name, SchemaField.Kind kind) {
        return SchemaField.of(name, kind, get("field." + name)).described(get("field." + name + ".is"));
    }

    /** Names of an enumeration as they stand in files, each with its word. */
    SequencedMap<String, String> categories(Enum<?>... values) {
        SequencedMap<String, String> words = new LinkedHashMap<>();
        Stream.of(values)
                .forEach(value -> words.put(
                        code(value),
                        get(value.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + value.name())));
        return words;
    }

    /** As it stands in files. */
    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Ids of roles, in the order of the alphabet, with blanks between. */
    static String roles(Field field) {
        return String.join(
                " ", field.roles().stream().map(role -> role.id()).sorted().toList());
    }
}
