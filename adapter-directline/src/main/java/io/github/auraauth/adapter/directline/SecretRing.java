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
 * The secrets, each in its turn. One that was refused is set aside for a while; when all are, one is tried now and then.
 * Safe for use by many threads.
 */
final class SecretRing {
    /** How long a refused secret is not used. */
    static final Duration ASIDE = Duration.ofMinutes(5);

    /** How long all rest, when all are set aside, before one is tried. */
    static final Duration BETWEEN_TRIALS = Duration.ofSeconds(10);

    private final List<Turn> turns = new ArrayList<>();
    private final Instant[] asideUntil;
    private final InstantSource clock;
    private int next;
    private Instant nextTrial = Instant.MIN;

    SecretRing(List<Secret> secrets, InstantSource clock) {
        for (Secret secret : secrets) {
            turns.add(new Turn(turns.size(), secret));
        }
        this.asideUntil = new Instant[turns.size()];
        Arrays.fill(asideUntil, Instant.MIN);
        this.clock = clock;
    }

    boolean isEmpty() {
        return turns.isEmpty();
    }

    /**
     * The next secret to ask with, if there is one.
     *
     * @param tried those that were refused in this call
     */
    synchronized Optional<Turn> next(Set<Turn> tried) {
        Instant now = clock.instant();
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get((next + i) % turns.size());
            if (!tried.contains(turn) && !now.isBefore(asideUntil[turn.number])) {
                return take(turn);
            }
        }
        if (turns.isEmpty() || !tried.isEmpty() || now.isBefore(nextTrial)) {
            return Optional.empty();
        }
        nextTrial = now.plus(BETWEEN_TRIALS);
        return take(turns.get(next));
    }

    /** It was refused. */
    synchronized void setAside(Turn turn) {
        Instant now = clock.instant();
        asideUntil[turn.number] = now.plus(ASIDE);
        nextTrial = now.plus(BETWEEN_TRIALS);
    }

    /** It was taken. */
    synchronized void takeBack(Turn turn) {
        asideUntil[turn.number] = Instant.MIN;
    }

    private Optional<Turn> take(Turn turn) {
        next = (turn.number + 1) % turns.size();
        return Optional.of(turn);
    }

    /** A secret, and its place among all, by which logs may call it. */
    record Turn(int number, Secret secret) {}
}
