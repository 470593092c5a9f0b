package fr.sillage.source.moodle.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ids in the sentence with which Moodle describes an event, such as "The user with id '5' viewed the 'quiz'
 * activity with course module id '12'." Most of these sentences are English in every language of the interface.
 */
final class Description {
    private static final String NUMBER = "\\b(?:\\s+(?:est|is))?\\s*[:=]?\\s*['\"’‘«]?\\s*(-?\\d{1,18})(?![\\w-])";
    private static final String ID = "\\bid(?:entifiant)?" + NUMBER;
    private static final Pattern USER = Pattern.compile(
            "(?i)\\b(?:user|utilisateur|utilisatrice)\\b(?:\\s+(?:with|whose|avec|dont)(?:\\s+the|\\s+l['’]|\\s+un)?)?\\s*"
                    + ID);
    private static final Pattern BY_USER = Pattern.compile(
            "(?i)\\b(?:by the|by|par l['’]|par)\\s*(?:user|utilisateur|utilisatrice)\\b[^'’\"\\d]{0,16}" + ID);
    private static final Pattern ACTIVITY =
            Pattern.compile("(?i)\\b(?:course module|module de cours)\\b[^'’\"\\d]{0,16}" + ID);
    private static final Pattern COURSE = Pattern.compile(
            "(?i)\\b(?:course|cours)\\b(?!\\s+module)(?:\\s+(?:with|avec|dont)(?:\\s+the|\\s+l['’]|\\s+un)?)?\\s*"
                    + ID);

    private static final List<String> BY_WORDS = List.of("by ", "By ", "par ", "Par ");
    private static final List<String> ACTIVITY_WORDS = List.of("module", "Module");

    private Description() {}

    /** Users in the order of the sentence, each once. */
    static List<String> users(String sentence) {
        List<String> users = new ArrayList<>();
        Matcher matcher = USER.matcher(sentence);
        while (matcher.find()) {
            if (!users.contains(matcher.group(1))) {
                users.add(matcher.group(1));
            }
        }
        return users;
    }

    /** The user by whom it was done, where the sentence is in the passive: "... reviewed by the user with id '7'". */
    static Optional<String> byUser(String sentence) {
        return has(sentence, BY_WORDS) ? first(BY_USER, sentence) : Optional.empty();
    }

    static Optional<String> activity(String sentence) {
        return has(sentence, ACTIVITY_WORDS) ? first(ACTIVITY, sentence) : Optional.empty();
    }

    static Optional<String> course(String sentence) {
        return first(COURSE, sentence);
    }

    /** Quick: a pattern is looked for only where it can be. */
    private static boolean has(String sentence, List<String> words) {
        return words.stream().anyMatch(sentence::contains);
    }

    private static Optional<String> first(Pattern pattern, String sentence) {
        Matcher matcher = pattern.matcher(sentence);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
