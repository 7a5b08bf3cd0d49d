package io.github.auraauth.adapter.directline;

import io.github.auraauth.domain.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The secrets in rotation. One that was refused is not used for a while; when all were, one is tried from time to time.
 * Safe for use by many threads.
 */
final class SecretRotation {
    /** How long a refused secret is not used. */
    static final Duration REFUSAL_PAUSE = Duration.ofMinutes(5);

    /** How long none is used, when all were refused, before one is tried. */
    static final Duration TRIAL_INTERVAL = Duration.ofSeconds(10);

    private final List<NumberedSecret> all = new ArrayList<>();
    private final Instant[] unusedUntil;
    private final InstantSource clock;
    private int next;
    private Instant nextTrial = Instant.MIN;

    SecretRotation(List<Secret> secrets, InstantSource clock) {
        for (Secret secret : secrets) {
            all.add(new NumberedSecret(all.size(), secret));
        }
        this.unusedUntil = new Instant[all.size()];
        Arrays.fill(unusedUntil, Instant.MIN);
        this.clock = clock;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * The next secret to use, if there is one.
     *
     * @param tried the secrets that were refused in this call
     */
    synchronized Optional<NumberedSecret> next(Set<NumberedSecret> tried) {
        Instant now = clock.instant();
        for (int i = 0; i < all.size(); i++) {
            NumberedSecret secret = all.get((next + i) % all.size());
            if (!tried.contains(secret) && !now.isBefore(unusedUntil[secret.number])) {
                return take(secret);
            }
        }
        if (all.isEmpty() || !tried.isEmpty() || now.isBefore(nextTrial)) {
            return Optional.empty();
        }
        nextTrial = now.plus(TRIAL_INTERVAL);
        return take(all.get(next));
    }

    /** Records that the secret was refused. */
    synchronized void markRefused(NumberedSecret secret) {
        Instant now = clock.instant();
        unusedUntil[secret.number] = now.plus(REFUSAL_PAUSE);
        nextTrial = now.plus(TRIAL_INTERVAL);
    }

    /** Records that the secret was accepted. */
    synchronized void markAccepted(NumberedSecret secret) {
        unusedUntil[secret.number] = Instant.MIN;
    }

    private Optional<NumberedSecret> take(NumberedSecret secret) {
        next = (secret.number + 1) % all.size();
        return Optional.of(secret);
    }

    /** A secret, and its position, which may be logged. */
    record NumberedSecret(int number, Secret value) {}
}
