package io.github.auraauth.domain.session;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * A session of a browser, without its secret.
 *
 * @param epoch of the account when it began: one that has risen since ends it
 * @param staff whether it is of somebody to whom administration is open, and ends sooner
 * @param begunAt to the millisecond, when somebody authenticated last
 * @param usedAt to the millisecond, at most a minute old
 * @param methods by which they did
 */
public record Session(
        SessionId id,
        AccountId account,
        int epoch,
        boolean staff,
        Instant begunAt,
        Instant usedAt,
        Set<AuthenticationMethod> methods) {
    /** How exactly its last use is kept. */
    public static final Duration SAMPLED = Duration.ofMinutes(1);

    private static final Duration IDLE = Duration.ofHours(2);
    private static final Duration IDLE_OF_STAFF = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(14);
    private static final Duration LONGEST_OF_STAFF = Duration.ofHours(24);

    public Session {
        requireNonNull(id, "id");
        requireNonNull(account, "account");
        begunAt = begunAt.truncatedTo(ChronoUnit.MILLIS);
        usedAt = usedAt.truncatedTo(ChronoUnit.MILLIS);
        methods = Set.copyOf(requireNonNull(methods, "methods"));
    }

    /** The same as of somebody to whom administration is open, so that it ends sooner. */
    public Session ofStaff() {
        return staff ? this : new Session(id, account, epoch, true, begunAt, usedAt, methods);
    }

    /** The same as last used at that time. */
    public Session withUse(Instant time) {
        return new Session(id, account, epoch, staff, begunAt, time, methods);
    }

    /** Whether somebody proved more than one factor. */
    public boolean hasSeveralFactors() {
        return methods.contains(AuthenticationMethod.SEVERAL_FACTORS);
    }

    /** When it ends if it is not used before. */
    public Instant end() {
        Instant idle = usedAt.plus(staff ? IDLE_OF_STAFF : IDLE);
        return idle.isBefore(latestEnd()) ? idle : latestEnd();
    }

    /** When it ends however much it is used. */
    public Instant latestEnd() {
        return begunAt.plus(staff ? LONGEST_OF_STAFF : LONGEST);
    }

    /** Whether it is still good at that time, as far as it is for the session to say. */
    public boolean isGoodAt(Instant now) {
        return now.isBefore(end());
    }

    /** Whether a use at that time is worth being noted. */
    public boolean isUseDue(Instant now) {
        return !now.isBefore(usedAt.plus(SAMPLED));
    }
}
