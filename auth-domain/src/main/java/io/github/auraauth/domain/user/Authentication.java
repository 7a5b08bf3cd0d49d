package io.github.auraauth.domain.user;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/**
 * What a person was recognised by, in its normal form: two of them are the same person's exactly when they are equal.
 *
 * @param identifier 1 to 256 code points without control characters; a phone number in normal form, an e-mail address
 *     in lower case, else as given
 */
public record Authentication(AuthenticationType type, String identifier) {
    /** Most code points that an identifier may have. */
    public static final int LONGEST = 256;

    public Authentication {
        requireNonNull(type, "type");
        requireNonNull(identifier, "identifier");
        Texts.requirePlain(identifier, LONGEST, "authenticationIdentifier");
        if (!normal(type, identifier).filter(identifier::equals).isPresent()) {
            throw new IllegalArgumentException("authenticationIdentifier must be in the normal form of its type");
        }
    }

    /** Brings a given identifier into the normal form of its type; empty when it has none. */
    public static Optional<Authentication> parse(AuthenticationType type, String identifier) {
        return Optional.of(identifier)
                .filter(text -> Texts.isPlain(text, LONGEST))
                .flatMap(text -> normal(type, text))
                .filter(text -> Texts.isPlain(text, LONGEST))
                .map(text -> new Authentication(type, text));
    }

    /** The authentication by that phone number. */
    public static Authentication of(PhoneNumber number) {
        return new Authentication(AuthenticationType.PHONE_NUMBER, number.value());
    }

    private static Optional<String> normal(AuthenticationType type, String identifier) {
        return switch (type) {
            case PHONE_NUMBER -> PhoneNumber.parse(identifier).map(PhoneNumber::value);
            case EMAIL -> Optional.of(identifier.toLowerCase(Locale.ROOT));
            case UID, NETWORK -> Optional.of(identifier);
        };
    }

    @Override
    public String toString() {
        return "Authentication[" + type.text() + ", redacted]";
    }
}
