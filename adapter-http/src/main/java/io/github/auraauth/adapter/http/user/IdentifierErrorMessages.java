package io.github.auraauth.adapter.http.user;

import io.github.auraauth.domain.user.AuthenticationType;
import java.time.Instant;

/** Why given values that have the form of the definition are none all the same, in words that follow their names. */
final class IdentifierErrorMessages {
    private static final int LAST_OF_ASCII = 0x7F;

    private IdentifierErrorMessages() {}

    /** What is wrong with an identifier of that type. */
    static String ofIdentifier(AuthenticationType type, String text) {
        return switch (type) {
            case PHONE_NUMBER -> ofPhoneNumber(text);
            case EMAIL ->
                "must be an e-mail address without white space around it, and without characters that cannot be seen or"
                        + " that stand for an ASCII one";
            case UID, NETWORK -> "must be 1 to 256 characters, none of them a control character";
        };
    }

    /** What is wrong with a phone number. */
    static String ofPhoneNumber(String text) {
        boolean foreignDigits = text.codePoints().anyMatch(point -> point > LAST_OF_ASCII && Character.isDigit(point));
        if (foreignDigits) {
            return "must have the digits 0 to 9 only, and has those of another script";
        }
        if (text.chars().anyMatch(c -> "+0123456789 -.()/".indexOf(c) < 0)) {
            return "must be a phone number, and has a character that none has";
        }
        return "must be a phone number: + and 6 to 15 digits, the first of them not 0";
    }

    /** What is wrong with an end at that time, which is not one that a registration can have. */
    static String ofEnd(Instant end, Instant now) {
        return end.isAfter(now) ? "must be before the year 10000" : "must be in the future";
    }
}
