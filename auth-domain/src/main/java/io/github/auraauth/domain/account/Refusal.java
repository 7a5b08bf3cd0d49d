package io.github.auraauth.domain.account;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Why something is not done.
 *
 * @param field of the request that it is about, as the API names it; absent where it is about the whole
 */
public record Refusal(Reason reason, Optional<String> field) {
    public Refusal {
        requireNonNull(reason, "reason");
        requireNonNull(field, "field");
    }

    /** One that is about the whole request. */
    public static Refusal of(Reason reason) {
        return new Refusal(reason, Optional.empty());
    }

    /** One that is about a field. */
    public static Refusal of(Reason reason, String field) {
        return new Refusal(reason, Optional.of(field));
    }

    /** The reasons. */
    public enum Reason {
        /** What it is about is not there, or not for the caller to see. */
        ABSENT,
        /** The caller has not the permission, or it goes beyond their own rights. */
        FORBIDDEN,
        /** Another has the name. */
        TAKEN,
        /** It would leave no superuser. */
        LAST_SUPERUSER,
        /** Only an active account can be a superuser's. */
        NOT_ACTIVE,
        /** The field names something that is not there. */
        UNKNOWN,
        /** It belongs to the service itself. */
        BUILT_IN,
        /** The present password is another one. */
        WRONG_PASSWORD,
        PASSWORD_TOO_SHORT,
        PASSWORD_TOO_LONG,
        PASSWORD_LIKE_NAME,
        PASSWORD_TOO_COMMON,
        /** The code is not one that is good now. */
        WRONG_CODE,
        /** The passkey could not be taken for what it says. */
        PASSKEY_REFUSED,
        /** Somebody has to authenticate again, since the last time is too long ago. */
        REAUTHENTICATION_REQUIRED,
        /** It would leave an account without a second factor of which one is asked. */
        LAST_SECOND_FACTOR,
        /** It would end before it begins. */
        ENDED,
        /** Too much of the kind is under way, or has failed; later it may be done. */
        TOO_MANY
    }
}
