package io.github.auraauth.fakes.kernel;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The signed tokens of the fake. */
final class FakeTokens {
    private static final long LIFE_SECONDS = 3600;

    private final FakeKeys keys;
    private final InstantSource clock;
    private final KernelHooks hooks;

    FakeTokens(FakeKeys keys, InstantSource clock, KernelHooks hooks) {
        this.keys = keys;
        this.clock = clock;
        this.hooks = hooks;
    }

    String idToken(Login.Grant grant, String issuer) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", grant.person().sub());
        claims.put("aud", grant.login().client().id());
        grant.login().nonce().ifPresent(nonce -> claims.put("nonce", nonce));
        return signed(hooks.idToken(claims), issuer);
    }

    /**
     * A token of claims that somebody asks for.
     *
     * @param asked a null value leaves out what the token would have had
     */
    String accessToken(Map<String, Object> asked, String issuer) {
        return signed(asked, issuer);
    }

    private String signed(Map<String, Object> asked, String issuer) {
        long now = clock.instant().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("iat", now);
        claims.put("exp", now + LIFE_SECONDS);
        claims.putAll(asked);
        claims.values().removeIf(Objects::isNull);
        return hooks.sign(claims, keys);
    }
}
