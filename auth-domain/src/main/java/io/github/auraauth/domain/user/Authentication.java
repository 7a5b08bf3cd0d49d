package io.github.auraauth.domain.user;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person was recognised by, in its normal form: two of them are the same person's exactly when they are equal.
 *
 * @param identifier 1 to 256 code points without control characters; a phone number in normal form, an e-mail address
 *     without capitals of ASCII (and in NFC, unless it was {@linkplain #ofStored stored} by an older release), else as
 *     given
 */
public record Authentication(AuthenticationType type, String identifier) {
    /** Most code points that an identifier may have. */
    public static final int LONGEST = 256;

    public Authentication {
        requireNonNull(type, "type");
        requireNonNull(identifier, "identifier");
        TextRules.requirePlain(identifier, LONGEST, "authenticationIdentifier");
        if (!isAllowed(type, identifier)) {
            throw new IllegalArgumentException("authenticationIdentifier must be in the normal form of its type");
        }
    }

    /** Brings a given identifier into the normal form of its type; empty when it has none. */
    public static Optional<Authentication> parse(AuthenticationType type, String identifier) {
        return Optional.of(identifier)
                .filter(text -> TextRules.isPlain(text, LONGEST))
                .flatMap(text -> normal(type, text))
                .filter(text -> TextRules.isPlain(text, LONGEST))
                .map(text -> new Authentication(type, text));
    }

    /**
     * Reads what is stored: brings it into the normal form, and where an older release has stored an address that has
     * none, because a sign in it cannot be seen, takes it as it is; empty when no release of ours can have written it.
     */
    public static Optional<Authentication> ofStored(AuthenticationType type, String identifier) {
        return parse(type, identifier)
                .or(() -> Optional.of(identifier)
                        .filter(text -> TextRules.isPlain(text, LONGEST) && isAllowed(type, text))
                        .map(text -> new Authentication(type, text)));
    }

    /**
     * How this authentication may be stored, in no order: in normal form, and as an older release may have stored it.
     * What that release had put into lower case outside ASCII is not found by its capital.
     */
    public List<String> storedForms() {
        return switch (type) {
            case PHONE_NUMBER -> new PhoneNumber(identifier).storedForms();
            case EMAIL ->
                Stream.of(identifier, Normalizer.normalize(identifier, Normalizer.Form.NFD))
                        .distinct()
                        .toList();
            case UID, NETWORK -> List.of(identifier);
        };
    }

    /** The authentication by that phone number. */
    public static Authentication of(PhoneNumber number) {
        return new Authentication(AuthenticationType.PHONE_NUMBER, number.value());
    }

    private static Optional<String> normal(AuthenticationType type, String identifier) {
        return switch (type) {
            case PHONE_NUMBER -> PhoneNumber.parse(identifier).map(PhoneNumber::value);
            case EMAIL -> EmailAddress.parse(identifier);
            case UID, NETWORK -> Optional.of(identifier);
        };
    }

    private static boolean isAllowed(AuthenticationType type, String identifier) {
        return switch (type) {
            case PHONE_NUMBER ->
                PhoneNumber.parse(identifier)
                        .filter(number -> number.value().equals(identifier))
                        .isPresent();
            case EMAIL -> identifier.chars().noneMatch(c -> c >= 'A' && c <= 'Z');
            case UID, NETWORK -> true;
        };
    }

    @Override
    public String toString() {
        return "Authentication[" + type.text() + ", redacted]";
    }
}
