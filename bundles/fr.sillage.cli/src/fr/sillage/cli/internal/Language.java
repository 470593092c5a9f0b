package fr.sillage.cli.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The language of what is printed: by option, else the environment's, else French. */
final class Language {
    private Language() {}

    /** Looks at the arguments before they are parsed, so that a wrong call is answered in the right language too. */
    static Locale of(List<String> arguments, Map<String, String> environment) {
        int option = arguments.lastIndexOf("--language");
        Stream<String> wanted = option >= 0 && option + 1 < arguments.size()
                ? Stream.of(arguments.get(option + 1))
                : Stream.of("LC_ALL", "LC_MESSAGES", "LANG").map(name -> environment.getOrDefault(name, ""));
        return wanted.filter(text -> !text.isEmpty())
                .findFirst()
                .map(Language::locale)
                .orElse(Locale.FRENCH);
    }

    private static Locale locale(String name) {
        String language = name.toLowerCase(Locale.ROOT).split("[_.@-]", 2)[0];
        return language.equals("en") ? Locale.ENGLISH : Locale.FRENCH;
    }
}
