package io.github.auraauth.domain.secondfactor;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The second factors of an account. Recovery codes are there only beside another factor.
 *
 * @param totp the authenticator app
 * @param pending secret of an app that has not shown yet that it has it; counts for nothing
 * @param recoveryCodes those that are not used yet
 * @param passkeys identifiers of those that are stored beside the account
 * @param resetAt to the millisecond, when somebody else took all of them away; absent once the owner has been told
 */
public record SecondFactors(
        Optional<TotpFactor> totp,
        Optional<Secret> pending,
        Set<RecoveryCodeDigest> recoveryCodes,
        Set<PasskeyId> passkeys,
        Optional<Instant> resetAt) {
    /** None. */
    public static final SecondFactors NONE =
            new SecondFactors(Optional.empty(), Optional.empty(), Set.of(), Set.of(), Optional.empty());

    public SecondFactors {
        requireNonNull(totp, "totp");
        requireNonNull(pending, "pending").ifPresent(Totp::checkSecret);
        recoveryCodes = Set.copyOf(requireNonNull(recoveryCodes, "recoveryCodes"));
        passkeys = Set.copyOf(requireNonNull(passkeys, "passkeys"));
        resetAt = requireNonNull(resetAt, "resetAt").map(time -> time.truncatedTo(ChronoUnit.MILLIS));
        if (totp.isEmpty() && passkeys.isEmpty()) {
            recoveryCodes = Set.of();
        }
    }

    /** Whether there is one, so that the password alone is not enough. */
    public boolean any() {
        return totp.isPresent() || !passkeys.isEmpty();
    }

    /** What a login may go on with; empty where there is none. */
    public Set<SecondFactorKind> kinds() {
        Set<SecondFactorKind> kinds = EnumSet.noneOf(SecondFactorKind.class);
        totp.ifPresent(present -> kinds.add(SecondFactorKind.TOTP));
        if (!passkeys.isEmpty()) {
            kinds.add(SecondFactorKind.PASSKEY);
        }
        if (!recoveryCodes.isEmpty()) {
            kinds.add(SecondFactorKind.RECOVERY_CODE);
        }
        return kinds;
    }

    /** The same with the secret of an app that is still to be confirmed, in the place of an earlier one. */
    public SecondFactors withPending(Secret secret) {
        return new SecondFactors(totp, Optional.of(secret), recoveryCodes, passkeys, resetAt);
    }

    /** The same with another app, and nothing pending. */
    public SecondFactors with(TotpFactor other) {
        return new SecondFactors(Optional.of(other), Optional.empty(), recoveryCodes, passkeys, resetAt);
    }

    /** The same without the app. */
    public SecondFactors withoutTotp() {
        return new SecondFactors(Optional.empty(), Optional.empty(), recoveryCodes, passkeys, resetAt);
    }

    public SecondFactors with(PasskeyId another) {
        Set<PasskeyId> all = new HashSet<>(passkeys);
        all.add(another);
        return new SecondFactors(totp, pending, recoveryCodes, all, resetAt);
    }

    public SecondFactors without(PasskeyId one) {
        Set<PasskeyId> others = new HashSet<>(passkeys);
        others.remove(one);
        return new SecondFactors(totp, pending, recoveryCodes, others, resetAt);
    }

    /** The same with other recovery codes, in the place of all that there were. */
    public SecondFactors withRecoveryCodes(Set<RecoveryCodeDigest> others) {
        return new SecondFactors(totp, pending, others, passkeys, resetAt);
    }

    /** None, and that somebody else did it. */
    public static SecondFactors reset(Instant now) {
        return new SecondFactors(Optional.empty(), Optional.empty(), Set.of(), Set.of(), Optional.of(now));
    }

    /** The same, when the owner has been told of the reset. */
    public SecondFactors acknowledged() {
        return new SecondFactors(totp, pending, recoveryCodes, passkeys, Optional.empty());
    }
}
