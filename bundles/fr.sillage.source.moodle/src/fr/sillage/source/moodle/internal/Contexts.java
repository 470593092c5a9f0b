package fr.sillage.source.moodle.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The contexts of events. That of a profile is a person by name, which may not stand among places. */
final class Contexts {
    private static final Pattern PERSON = Pattern.compile(
            "(?iu)[\\s\\u00a0\\u202f]*(user|utilisateur|utilisatrice)[\\s\\u00a0\\u202f]*:.*", Pattern.DOTALL);

    private Contexts() {}

    static boolean isPerson(String context) {
        return PERSON.matcher(context).matches();
    }

    /** Of a person's context only that it is one. */
    static String withoutName(String context) {
        Matcher matcher = PERSON.matcher(context);
        return matcher.matches() ? matcher.group(1) : context;
    }
}
