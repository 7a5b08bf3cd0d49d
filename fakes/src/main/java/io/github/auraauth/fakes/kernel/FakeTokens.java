package io.github.auraauth.fakes.kernel;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The signed tokens of the fake, with its lies in them. */
final class FakeTokens {
    private static final long LIFE_SECONDS = 3600;

    private final FakeKeys keys;
    private final InstantSource clock;

    FakeTokens(FakeKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** @param padding characters of a claim that is of no use, as groups and pictures are */
    String idToken(Login.Grant grant, String issuer, Optional<KernelLie> lie, int padding) {
        Map<String, Object> claims = new LinkedHashMap<>();
        if (padding > 0) {
            claims.put("padding", "x".repeat(padding));
        }
        claims.put("sub", grant.person().sub());
        claims.put("aud", grant.login().client().id());
        grant.login().nonce().ifPresent(nonce -> claims.put("nonce", nonce));
        return signed(claims, issuer, lie);
    }

    /**
     * A token of claims that somebody asks for.
     *
     * @param asked a null value leaves out what the token would have had
     */
    String accessToken(Map<String, Object> asked, String issuer, Optional<KernelLie> lie) {
        return signed(asked, issuer, lie);
    }

    private String signed(Map<String, Object> asked, String issuer, Optional<KernelLie> lie) {
        long now = clock.instant().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("iat", now);
        claims.put("exp", now + LIFE_SECONDS);
        claims.putAll(asked);
        claims.values().removeIf(Objects::isNull);
        lie.ifPresent(told -> tell(told, claims));
        return Signing.sign(claims, keys, lie);
    }

    private void tell(KernelLie lie, Map<String, Object> claims) {
        Instant now = clock.instant();
        switch (lie) {
            case WRONG_ISSUER -> claims.put("iss", "https://kernel.example.org/");
            case WRONG_AUDIENCE -> claims.put("aud", "another-client");
            case SEVERAL_AUDIENCES_WRONG_AZP -> {
                claims.put("aud", List.of(claims.getOrDefault("aud", ""), "another-client"));
                claims.put("azp", "another-client");
            }
            case WRONG_NONCE -> claims.put("nonce", "another-nonce");
            case MISSING_NONCE -> claims.remove("nonce");
            case EXPIRED -> claims.put("exp", now.minusSeconds(LIFE_SECONDS).getEpochSecond());
            case ISSUED_IN_THE_FUTURE ->
                claims.put("iat", now.plusSeconds(LIFE_SECONDS).getEpochSecond());
            case MISSING_EXP -> claims.remove("exp");
            case MISSING_IAT -> claims.remove("iat");
            case WRONG_SIGNATURE, UNKNOWN_KEY, KEY_OF_ANOTHER_KID, ALG_NONE, HS256_WITH_PUBLIC_KEY -> {} // Signing does
            case INACTIVE, ANOTHER_SUBJECT, NO_AUTHORIZATION_ID, NO_AUTHENTICATION_CONTEXT -> {} // the introspection
        }
    }
}
