package io.github.auraauth.adapter.memory.secondfactor;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.memory.ExpiringValues;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.passkey.PasskeyChallenge;
import io.github.auraauth.domain.passkey.PasskeyChallengeDigest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.secondfactor.PasskeyChallengeStore;
import java.time.InstantSource;
import java.util.Optional;

/** Challenges in the memory of one process, gone with it; those that have ended go with the next one. */
public final class InMemoryPasskeyChallengeStore implements PasskeyChallengeStore {
    private final ExpiringValues<PasskeyChallengeDigest, PasskeyChallenge> challenges;

    /** @param clock by which challenges end */
    public InMemoryPasskeyChallengeStore(InstantSource clock) {
        this.challenges = new ExpiringValues<>("digest", "challenge", PasskeyChallenge::isGoodAt, clock);
    }

    @Override
    public void insert(PasskeyChallengeDigest digest, PasskeyChallenge challenge, Deadline deadline) {
        challenges.put(digest, challenge, deadline);
    }

    @Override
    public Optional<PasskeyChallenge> take(PasskeyChallengeDigest digest, Deadline deadline) {
        return challenges.take(digest, deadline);
    }

    @Override
    public void deleteAll(AccountId account, Deadline deadline) {
        requireNonNull(account, "account");
        challenges.removeIf(
                challenge -> challenge.account().filter(account::equals).isPresent(), deadline);
    }
}
