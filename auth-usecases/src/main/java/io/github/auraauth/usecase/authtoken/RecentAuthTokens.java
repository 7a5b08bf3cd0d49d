package io.github.auraauth.usecase.authtoken;

import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenDigest;
import io.github.auraauth.domain.authtoken.AuthTokenDigester;
import io.github.auraauth.domain.authtoken.AuthTokenSecret;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.authtoken.AuthTokenStore;
import io.github.auraauth.usecase.account.AccountReader;
import io.github.auraauth.usecase.account.ShortLivedCache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Auth tokens as they were within the last two seconds; their use is noted now and then. Safe for use by many threads. */
public final class RecentAuthTokens {
    private static final int MOST = 10_000;
    private static final Duration SAMPLED = Duration.ofMinutes(5);

    private final AuthTokenStore tokens;
    private final AuthTokenDigester digester;
    private final InstantSource clock;
    private final ShortLivedCache<AuthTokenDigest, AuthToken> recent;

    public RecentAuthTokens(AuthTokenStore tokens, AuthTokenDigester digester, InstantSource clock) {
        this.tokens = tokens;
        this.digester = digester;
        this.clock = clock;
        this.recent = new ShortLivedCache<>(AccountReader.RECENT, MOST, clock);
    }

    /** The token of a secret, if it is good: one digest, and one read at most. */
    public Optional<AuthToken> find(Secret secret, Deadline deadline) {
        if (!AuthTokenSecret.isPossible(secret)) {
            return Optional.empty();
        }
        AuthTokenDigest digest = digester.digest(secret);
        Instant now = clock.instant();
        return recent.find(digest, key -> read(key, now, deadline)).filter(token -> token.isGoodAt(now));
    }

    /** Has tokens read anew. */
    public void forgetAll() {
        recent.clear();
    }

    private Optional<AuthToken> read(AuthTokenDigest digest, Instant now, Deadline deadline) {
        Optional<AuthToken> token = tokens.find(digest, deadline).filter(found -> found.isGoodAt(now));
        token.filter(found -> isUseDue(found, now)).ifPresent(found -> tokens.noteUse(found.id(), now, deadline));
        return token;
    }

    private static boolean isUseDue(AuthToken token, Instant now) {
        return token.times()
                .lastUsedAt()
                .filter(last -> now.isBefore(last.plus(SAMPLED)))
                .isEmpty();
    }
}
