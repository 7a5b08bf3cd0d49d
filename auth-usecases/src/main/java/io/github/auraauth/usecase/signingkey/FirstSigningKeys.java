package io.github.auraauth.usecase.signingkey;

import static java.util.function.Predicate.not;

import io.github.auraauth.domain.provider.SigningKeyRing;
import io.github.auraauth.domain.provider.StoredSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.provider.SigningKeyStore;
import io.github.auraauth.port.out.token.SigningKeyGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Makes keys where there are none and somebody needs one, as in development. Safe for use by many threads. */
public final class FirstSigningKeys {
    private static final List<SignatureAlgorithm> ALGORITHMS =
            List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256);

    /** For storing a key: making it may have taken all the time that whoever needs it has. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final SigningKeyStore keys;
    private final SigningKeyGenerator generator;
    private final InstantSource clock;
    private final ReentrantLock making = new ReentrantLock();

    public FirstSigningKeys(SigningKeyStore keys, SigningKeyGenerator generator, InstantSource clock) {
        this.keys = keys;
        this.generator = generator;
        this.clock = clock;
    }

    /**
     * Makes a key of each algorithm of which there is none; where another thread is at it, waits for that.
     *
     * @throws Outage.Unavailable when the other takes longer than the deadline allows
     */
    public void make(Deadline deadline) {
        if (!isOurTurn(deadline)) {
            throw new Outage.Unavailable(SigningKeyReader.DEPENDENCY);
        }
        try {
            SigningKeyRing ring = new SigningKeyRing(keys.all(soon()));
            Instant now = clock.instant();
            ALGORITHMS.stream()
                    .filter(not(ring::has))
                    .map(generator::generate)
                    .forEach(key -> keys.insert(new StoredSigningKey(key, now, now), soon()));
        } finally {
            making.unlock();
        }
    }

    private boolean isOurTurn(Deadline deadline) {
        try {
            return making.tryLock(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Deadline soon() {
        return Deadline.in(LONGEST, clock);
    }
}
