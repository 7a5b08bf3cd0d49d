package io.github.auraauth.fakes.kernel;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.HmacKey;

/** Tokens that lie, by what they say or by how they are signed. */
final class LyingTokens {
    private static final String PEM = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n";
    private static final long LIFE_SECONDS = 3600;

    private final InstantSource clock;
    private final SecureRandom random;
    private Optional<RsaJsonWebKey> unpublished = Optional.empty();

    LyingTokens(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    String sign(Map<String, Object> honest, FakeKeys keys, KernelLie lie) {
        Map<String, Object> claims = new LinkedHashMap<>(honest);
        RsaJsonWebKey right = keys.current();
        switch (lie) {
            case WRONG_ISSUER -> claims.put("iss", "https://kernel.example.org/");
            case WRONG_AUDIENCE -> claims.put("aud", "another-client");
            case SEVERAL_AUDIENCES_WRONG_AZP -> {
                claims.put("aud", List.of(claims.getOrDefault("aud", ""), "another-client"));
                claims.put("azp", "another-client");
            }
            case WRONG_NONCE -> claims.put("nonce", "another-nonce");
            case MISSING_NONCE -> claims.remove("nonce");
            case EXPIRED -> claims.put("exp", inSeconds(-LIFE_SECONDS));
            case ISSUED_IN_THE_FUTURE -> claims.put("iat", inSeconds(LIFE_SECONDS));
            case MISSING_EXP -> claims.remove("exp");
            case MISSING_IAT -> claims.remove("iat");
            case WRONG_SIGNATURE -> {
                return spoilt(Signing.rs256(claims, right));
            }
            case UNKNOWN_KEY -> {
                return Signing.rs256(claims, unpublished());
            }
            case KEY_OF_ANOTHER_KID -> {
                return Signing.signed(
                        claims,
                        AlgorithmIdentifiers.RSA_USING_SHA256,
                        right.getKeyId(),
                        Optional.of(unpublished().getPrivateKey()));
            }
            case ALG_NONE -> {
                return Signing.signed(claims, AlgorithmIdentifiers.NONE, right.getKeyId(), Optional.empty());
            }
            case HS256_WITH_PUBLIC_KEY -> {
                return Signing.signed(
                        claims,
                        AlgorithmIdentifiers.HMAC_SHA256,
                        right.getKeyId(),
                        Optional.of(new HmacKey(pem(right))));
            }
            case INACTIVE, ANOTHER_SUBJECT, NO_AUTHORIZATION_ID, NO_AUTHENTICATION_CONTEXT -> {} // the introspection
        }
        return Signing.rs256(claims, right);
    }

    private long inSeconds(long seconds) {
        Instant now = clock.instant();
        return now.plusSeconds(seconds).getEpochSecond();
    }

    /** Made when it is first needed. */
    private synchronized RsaJsonWebKey unpublished() {
        RsaJsonWebKey key = unpublished.orElseGet(() -> FakeKeys.made(random));
        unpublished = Optional.of(key);
        return key;
    }

    private static String spoilt(String token) {
        int signature = token.lastIndexOf('.') + 1;
        char first = token.charAt(signature);
        return token.substring(0, signature) + (first == 'A' ? 'B' : 'A') + token.substring(signature + 1);
    }

    /** What everybody knows of the key, as most tools print it. */
    private static byte[] pem(RsaJsonWebKey key) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(key.getPublicKey().getEncoded());
        return PEM.formatted(base64).getBytes(StandardCharsets.US_ASCII);
    }
}
