package io.github.auraauth.port.in.secondfactor;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.passkey.Passkey;
import io.github.auraauth.domain.secondfactor.PasskeyId;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.session.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The second factors of an account, as its owner asks for them. Changes are refused with {@code FORBIDDEN} to whoever does not
 * call by a session, and with {@code REAUTHENTICATION_REQUIRED} where its authentication is older than five minutes. Safe for
 * use by many threads; every method throws {@link io.github.auraauth.port.Outage} when a store is away, contended or too slow.
 */
public interface OwnSecondFactors {
    /** What there is. */
    Outcome<Overview> show(Caller caller, Deadline deadline);

    /** Takes the authenticator app away; {@code ABSENT} where there is none, {@code LAST_SECOND_FACTOR} where one is asked for. */
    Outcome<Overview> removeTotp(Caller caller, Deadline deadline);

    /** Takes a passkey away; {@code ABSENT} where there is none, {@code LAST_SECOND_FACTOR} where one is asked for. */
    Outcome<Overview> removePasskey(Caller caller, PasskeyId passkey, Deadline deadline);

    /** Ten new recovery codes, not to be seen again, in the place of all others; {@code ABSENT} without a factor beside them. */
    Outcome<List<Secret>> renewRecoveryCodes(Caller caller, Deadline deadline);

    /** Notes that the owner has been told that somebody else took their factors away. Needs no recent authentication. */
    void acknowledgeReset(Caller caller, Deadline deadline);

    /**
     * Second factors without secrets.
     *
     * @param totpAddedAt since when there is an authenticator app; absent where there is none
     * @param passkeys the one added first first
     * @param recoveryCodes how many are not used yet
     * @param isRequired whether the account has to have a factor, so that the last one cannot be taken away
     * @param resetAt when somebody else took all factors away; absent once it is acknowledged
     */
    record Overview(
            Optional<Instant> totpAddedAt,
            List<Passkey> passkeys,
            int recoveryCodes,
            boolean isRequired,
            Optional<Instant> resetAt) {
        public Overview {
            requireNonNull(totpAddedAt, "totpAddedAt");
            passkeys = List.copyOf(passkeys);
            requireNonNull(resetAt, "resetAt");
        }

        /** Whether there is a factor. */
        public boolean any() {
            return totpAddedAt.isPresent() || !passkeys.isEmpty();
        }
    }
}
