package fr.sillage.security.internal;

import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A password's hash with all that is needed to check it, as the PHC string format writes it:
 * {@code $argon2id$v=19$m=19456,t=2,p=1$SALT$TAG}, the last two in Base64 without padding.
 */
record HashedPassword(Argon2id function, byte[] salt, byte[] tag) {
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    HashedPassword {
        Objects.requireNonNull(function);
        Objects.requireNonNull(salt);
        Objects.requireNonNull(tag);
    }

    /** Empty where the text is not of this form, or of costs out of range. */
    static Optional<HashedPassword> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            Argon2id function = new Argon2id(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)));
            Base64.Decoder decoder = Base64.getDecoder();
            return Optional.of(
                    new HashedPassword(function, decoder.decode(matcher.group(4)), decoder.decode(matcher.group(5))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String format() {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + function.memory() + ",t=" + function.iterations() + ",p=" + function.parallelism()
                + "$" + encoder.encodeToString(salt) + "$" + encoder.encodeToString(tag);
    }

    /** Names the costs only. */
    @Override
    public String toString() {
        return function.toString();
    }
}
