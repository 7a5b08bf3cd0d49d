package io.github.auraauth.domain.grant;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.session.SessionId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Grants for tests. */
public final class SampleGrants {
    public static final Instant NOW = Instant.parse("2030-01-02T12:00:00Z");
    public static final GrantId ID = new GrantId("000000000000000000000g");
    public static final SessionId SESSION = new SessionId("00000000-0000-4000-8000-000000000001");
    public static final AuthenticationContext LOGIN =
            new AuthenticationContext(SESSION, NOW.minusSeconds(60), Set.of("pwd"));
    public static final Grant.Request REQUEST = new Grant.Request(
            "https://client.example/cb", Optional.empty(), Optional.of("a nonce"), RequestedClaims.NONE);

    private SampleGrants() {}

    /** One that ends in an hour, and was rotated now. */
    public static Grant of(Grant.State state, long generation) {
        return of(state, generation, LOGIN, REQUEST);
    }

    public static Grant of(Grant.State state, long generation, AuthenticationContext login, Grant.Request request) {
        return new Grant(
                ID,
                new ClientId("my-client"),
                new AccountId("00000000-0000-4000-8000-000000000002"),
                0,
                Set.of("openid"),
                login,
                request,
                state,
                generation,
                NOW,
                NOW.plusSeconds(3600));
    }
}
