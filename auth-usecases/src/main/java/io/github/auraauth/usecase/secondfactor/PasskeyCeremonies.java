package io.github.auraauth.usecase.secondfactor;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.crypto.Base62;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.passkey.PasskeyChallenge;
import io.github.auraauth.domain.passkey.PasskeyChallenge.Purpose;
import io.github.auraauth.domain.passkey.PasskeyChallengeDigest;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.secondfactor.PasskeyCeremony;
import io.github.auraauth.port.out.secondfactor.PasskeyChallengeStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts challenges to authenticators, each good once: a challenge is made of its handle, so that only digests are kept. Safe for
 * use by many threads and processes.
 */
public final class PasskeyCeremonies {
    private static final int DIGITS = 43;

    private final PasskeyChallengeStore challenges;
    private final KeyedDigest digest;
    private final KeyedDigest challenge;
    private final InstantSource clock;
    private final SecureRandom random;

    /** @param seed {@code AURA_SEED_ID} */
    public PasskeyCeremonies(PasskeyChallengeStore challenges, Secret seed, InstantSource clock, SecureRandom random) {
        this.challenges = challenges;
        this.digest = KeyedDigest.derivedFrom(seed, "aura-auth/passkey-handle/v1");
        this.challenge = KeyedDigest.derivedFrom(seed, "aura-auth/passkey-challenge/v1");
        this.clock = clock;
        this.random = random;
    }

    /** Begins one; {@code options} writes what the browser is given for a challenge. */
    PasskeyCeremony begin(
            Purpose purpose, Optional<AccountId> account, Function<Secret, String> options, Deadline deadline) {
        Secret handle = Secret.ofText(Base62.random(DIGITS, random));
        challenges.insert(
                digest(handle),
                new PasskeyChallenge(purpose, account, clock.instant().plus(PasskeyChallenge.VALIDITY)),
                deadline);
        return new PasskeyCeremony(handle, options.apply(challenge(handle)));
    }

    /** Ends one, whatever comes of it. The challenge, if it was one for this purpose and account and has not ended; once. */
    Optional<Secret> take(Secret handle, Purpose purpose, Optional<AccountId> account, Deadline deadline) {
        return challenges
                .take(digest(handle), deadline)
                .filter(taken -> taken.purpose() == purpose && taken.account().equals(account))
                .filter(taken -> taken.isGoodAt(clock.instant()))
                .map(taken -> challenge(handle));
    }

    private PasskeyChallengeDigest digest(Secret handle) {
        return new PasskeyChallengeDigest(digest.hex(handle.revealText()));
    }

    private Secret challenge(Secret handle) {
        return Secret.of(HexFormat.of().parseHex(challenge.hex(handle.revealText())));
    }
}
