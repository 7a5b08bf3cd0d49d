package io.github.auraauth.usecase;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKey;
import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.domain.token.TokenType;
import io.github.auraauth.port.out.token.SigningKeyGenerator;
import io.github.auraauth.port.out.token.TokenSigner;
import io.github.auraauth.port.out.token.TokenVerifier;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Signs by remembering: a token is good while its key's identifier stands in the set. */
public final class PlainTokens implements TokenSigner, TokenVerifier, SigningKeyGenerator {
    private final Map<String, TokenClaims> signed = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public Secret sign(TokenClaims claims, PrivateSigningKey key, TokenType type) {
        String token = key.publicKey().id() + "." + type.header() + "." + count.incrementAndGet();
        signed.put(token, claims);
        return Secret.ofText(token);
    }

    @Override
    public VerificationOutcome verify(Secret token, JsonWebKeySet keys, Set<SignatureAlgorithm> allowed) {
        String text = text(token);
        String key = text.split("\\.", 2)[0];
        boolean good = signed.containsKey(text) && keys.json().contains('"' + key + '"');
        return good ? new VerificationOutcome.Verified(signed.get(text)) : new VerificationOutcome.Refused();
    }

    @Override
    public Optional<TokenClaims> unverified(Secret token) {
        return Optional.ofNullable(signed.get(text(token)));
    }

    @Override
    public PrivateSigningKey generate(SignatureAlgorithm algorithm) {
        String id = algorithm.name() + "-" + count.incrementAndGet();
        return new PrivateSigningKey(
                new JsonWebKey(id, algorithm, parameters(algorithm)), Secret.ofText("private half of " + id));
    }

    private static Map<String, String> parameters(SignatureAlgorithm algorithm) {
        return algorithm == SignatureAlgorithm.ES256
                ? Map.of("crv", "P-256", "x", "AQAB", "y", "AQAB")
                : Map.of("n", "AQAB", "e", "AQAB");
    }

    /** What a token says. */
    public TokenClaims claims(Secret token) {
        return signed.get(text(token));
    }

    private static String text(Secret secret) {
        return new String(secret.reveal(), StandardCharsets.UTF_8);
    }
}
