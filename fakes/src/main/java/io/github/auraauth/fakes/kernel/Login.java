package io.github.auraauth.fakes.kernel;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A login that was asked for by somebody known.
 *
 * @param challenge of PKCE, S256
 */
record Login(
        KnownClient client,
        URI redirectUri,
        Optional<String> state,
        Optional<String> nonce,
        Optional<String> challenge) {
    /**
     * What a code stands for.
     *
     * @param session of the person, another one with each login
     */
    record Grant(Login login, FakePerson person, String session, Instant until) {}
}
