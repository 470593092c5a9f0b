package fr.sillage.core.internal.extension;

import fr.sillage.api.data.Type;
import fr.sillage.core.text.Texts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IConfigurationElement;

/** Reads plugin.xml and says what in it is missing or wrong. */
final class Elements {
    private Elements() {}

    /** A contribution whose plugin.xml does not follow the schema; the message says in what. */
    static final class MisdeclaredException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MisdeclaredException(String what) {
            super(what);
        }
    }

    static String required(IConfigurationElement element, String name) {
        return optional(element, name)
                .orElseThrow(() -> new MisdeclaredException(element.getName() + " without " + name));
    }

    static Optional<String> optional(IConfigurationElement element, String name) {
        return Optional.ofNullable(element.getAttribute(name)).filter(value -> !value.isBlank());
    }

    /** In all languages of the platform. */
    static Map<Locale, String> texts(IConfigurationElement element, String name) {
        String plain = required(element, name);
        Map<Locale, String> texts = new HashMap<>();
        for (Locale locale : Texts.SUPPORTED) {
            texts.put(
                    locale,
                    Optional.ofNullable(element.getAttribute(name, locale.getLanguage()))
                            .orElse(plain));
        }
        return Map.copyOf(texts);
    }

    /** @param read throws IllegalArgumentException where a text is no such value */
    static <T> T parsed(IConfigurationElement element, String name, Function<String, T> read) {
        return read(element, name, required(element, name), read);
    }

    /** @param read throws IllegalArgumentException where a text is no such value */
    static <T> Optional<T> optional(IConfigurationElement element, String name, Function<String, T> read) {
        return optional(element, name).map(text -> read(element, name, text, read));
    }

    /** Names of types, with a space between. */
    static Set<Type> types(String names) {
        return Stream.of(names.trim().split("\\s+")).map(Type::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static <T> T read(IConfigurationElement element, String name, String text, Function<String, T> read) {
        try {
            return read.apply(text);
        } catch (IllegalArgumentException e) {
            throw new MisdeclaredException(element.getName() + " with an unknown " + name);
        }
    }

    static <T> List<T> children(IConfigurationElement element, String name, Function<IConfigurationElement, T> read) {
        return Arrays.stream(element.getChildren(name)).map(read).toList();
    }
}
