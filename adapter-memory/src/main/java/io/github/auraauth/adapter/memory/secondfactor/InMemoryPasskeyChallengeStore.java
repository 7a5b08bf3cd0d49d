package io.github.auraauth.adapter.memory.secondfactor;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.memory.Deadlines;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.passkey.PasskeyChallenge;
import io.github.auraauth.domain.passkey.PasskeyChallengeDigest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.secondfactor.PasskeyChallengeStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Challenges in the memory of one process, gone with it; those that have ended go with the next one. */
public final class InMemoryPasskeyChallengeStore implements PasskeyChallengeStore {
    private final Map<PasskeyChallengeDigest, PasskeyChallenge> challenges = new ConcurrentHashMap<>();
    private final InstantSource clock;

    /** @param clock by which challenges end */
    public InMemoryPasskeyChallengeStore(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public void insert(PasskeyChallengeDigest digest, PasskeyChallenge challenge, Deadline deadline) {
        requireNonNull(digest, "digest");
        requireNonNull(challenge, "challenge");
        Deadlines.check(deadline);
        Instant now = clock.instant();
        challenges.values().removeIf(old -> !old.isGoodAt(now));
        challenges.put(digest, challenge);
    }

    @Override
    public Optional<PasskeyChallenge> take(PasskeyChallengeDigest digest, Deadline deadline) {
        requireNonNull(digest, "digest");
        Deadlines.check(deadline);
        return Optional.ofNullable(challenges.remove(digest));
    }

    @Override
    public void deleteAll(AccountId account, Deadline deadline) {
        requireNonNull(account, "account");
        Deadlines.check(deadline);
        challenges
                .values()
                .removeIf(
                        challenge -> challenge.account().filter(account::equals).isPresent());
    }
}
