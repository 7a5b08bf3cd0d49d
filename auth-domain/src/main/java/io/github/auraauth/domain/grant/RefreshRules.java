package io.github.auraauth.domain.grant;

import java.time.Duration;
import java.time.Instant;

/** The rules for a refresh token that was shown, by the grant as it stands (RFC 9700, section 4.14.2). */
public final class RefreshRules {
    /** How long a client whose answer was lost, or who asks twice at once, is given the same successor again. */
    public static final Duration GRACE = Duration.ofSeconds(10);

    private RefreshRules() {}

    /** What is to be done. */
    public static Verdict judge(Grant grant, RefreshToken shown, Instant now) {
        if (!grant.isActive() || !grant.isGoodAt(now) || shown.generation() > grant.generation()) {
            return Verdict.REFUSED;
        }
        if (shown.generation() == grant.generation()) {
            return Verdict.ROTATE;
        }
        boolean predecessor = shown.generation() == grant.generation() - 1;
        return predecessor && now.isBefore(grant.rotatedAt().plus(GRACE)) ? Verdict.REPEAT : Verdict.REUSED;
    }

    /** The possible answers. */
    public enum Verdict {
        /** It is the newest: it gives its successor. */
        ROTATE,
        /** Its successor has been given out just now and not been used: it is given out again. */
        REPEAT,
        /** It was used before: somebody has stolen one, so that the whole family ends. */
        REUSED,
        /** It is good for nothing, and says nothing of others. */
        REFUSED
    }
}
