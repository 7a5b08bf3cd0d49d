package io.github.auraauth.app.cli.account;

import io.github.auraauth.domain.account.Refusal;

/** Why something is refused, in words. */
final class RefusalText {
    private RefusalText() {}

    static String of(Refusal refusal) {
        boolean missing = refusal.reason() == Refusal.Reason.UNKNOWN || refusal.reason() == Refusal.Reason.ABSENT;
        String words = missing ? missing(refusal) : words(refusal.reason());
        return refusal.field().map(field -> field + ": ").orElse("") + words;
    }

    private static String missing(Refusal refusal) {
        return switch (refusal.field().orElse("")) {
            case "permissions" -> "one of them is not known here; see aura permission list, and aura permission create";
            case "group", "groups" -> "there is no such group; see aura group list";
            case "account" -> "there is no such account; see aura account list";
            case "second_factor" -> "the account has no second factor";
            default -> words(refusal.reason());
        };
    }

    private static String words(Refusal.Reason reason) {
        return switch (reason) {
            case ABSENT -> "there is none of that name";
            case FORBIDDEN -> "this is not allowed";
            case TAKEN -> "another has the name";
            case LAST_SUPERUSER -> "this is the last active superuser; make another one first";
            case NOT_ACTIVE -> "only an active account can be a superuser's; activate it first";
            case UNKNOWN -> "it names something that is not there";
            case BUILT_IN -> "it belongs to the service itself";
            case WRONG_PASSWORD -> "the present password is another one";
            case PASSWORD_TOO_SHORT -> "a password has at least 15 characters";
            case PASSWORD_TOO_LONG -> "a password has at most 256 characters";
            case PASSWORD_LIKE_NAME -> "the password is too much like the user name or the e-mail address";
            case PASSWORD_TOO_COMMON -> "the password would be guessed soon";
            case WRONG_CODE -> "the code is not one that is good now";
            case PASSKEY_REFUSED -> "the passkey is not good";
            case REAUTHENTICATION_REQUIRED -> "the login is too long ago";
            case LAST_SECOND_FACTOR -> "the account must have a second factor";
            case ENDED -> "it would end before it begins";
            case TOO_MANY -> "too much of this is under way; try again later";
        };
    }
}
