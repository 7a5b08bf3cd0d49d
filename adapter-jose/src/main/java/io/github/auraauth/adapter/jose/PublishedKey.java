package io.github.auraauth.adapter.jose;

import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import java.security.PublicKey;
import java.security.interfaces.RSAKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * A key of a published set (RFC 7517).
 *
 * @param kid its identifier, where it has one
 * @param algorithms that it may be used with; none when it is not for signatures, too weak, invalid, or of another type
 * @param key absent only when there are no algorithms
 */
record PublishedKey(Optional<String> kid, Set<SignatureAlgorithm> algorithms, Optional<PublicKey> key) {
    private static final int MIN_RSA_BITS = 2048;

    /** The members of a public key itself; a certificate or a private key beside it is ignored. */
    private static final List<String> KEY_MEMBERS = List.of("kty", "n", "e", "crv", "x", "y");

    PublishedKey {
        algorithms = Set.copyOf(algorithms);
    }

    /** The keys of a set, invalid ones too, since their identifiers are known; none when the set itself is invalid. */
    static List<PublishedKey> all(JsonWebKeySet keys) {
        return JsonObjects.read(keys.json())
                .map(set -> set.get("keys") instanceof List<?> list ? list : List.of())
                .map(list -> list.stream().flatMap(PublishedKey::of).toList())
                .orElseGet(List::of);
    }

    private static Stream<PublishedKey> of(Object entry) {
        if (!(entry instanceof Map<?, ?> jwk)) {
            return Stream.of();
        }
        Optional<String> kid = jwk.get("kid") instanceof String text ? Optional.of(text) : Optional.empty();
        Optional<JsonWebKey> parsed = isForSignatures(jwk) ? parsed(jwk) : Optional.empty();
        Set<SignatureAlgorithm> fitting = parsed.map(PublishedKey::fitting).orElseGet(Set::of);
        Set<SignatureAlgorithm> algorithms = jwk.containsKey("alg") ? only(jwk.get("alg"), fitting) : fitting;
        return Stream.of(
                new PublishedKey(kid, algorithms, parsed.map(JsonWebKey::getKey).map(PublicKey.class::cast)));
    }

    private static Set<SignatureAlgorithm> only(Object name, Set<SignatureAlgorithm> fitting) {
        return SignatureAlgorithm.parse(String.valueOf(name))
                .filter(fitting::contains)
                .map(Set::of)
                .orElseGet(Set::of);
    }

    private static boolean isForSignatures(Map<?, ?> jwk) {
        boolean use = !jwk.containsKey("use") || "sig".equals(jwk.get("use"));
        boolean operations =
                !jwk.containsKey("key_ops") || jwk.get("key_ops") instanceof List<?> list && list.contains("verify");
        return use && operations;
    }

    private static Optional<JsonWebKey> parsed(Map<?, ?> jwk) {
        Map<String, Object> members = new HashMap<>();
        KEY_MEMBERS.forEach(name -> {
            if (jwk.get(name) instanceof String text) {
                members.put(name, text);
            }
        });
        boolean asymmetric = Set.of("RSA", "EC").contains(members.getOrDefault("kty", ""));
        try {
            return asymmetric ? Optional.of(JsonWebKey.Factory.newJwk(members)) : Optional.empty();
        } catch (JoseException | RuntimeException invalid) { // malformed numbers come as any exception
            return Optional.empty();
        }
    }

    private static Set<SignatureAlgorithm> fitting(JsonWebKey jwk) {
        if (jwk instanceof RsaJsonWebKey
                && jwk.getKey() instanceof RSAKey rsa
                && rsa.getModulus().bitLength() >= MIN_RSA_BITS) {
            return Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256);
        }
        return jwk instanceof EllipticCurveJsonWebKey ec && ec.getCurveName().equals("P-256")
                ? Set.of(SignatureAlgorithm.ES256)
                : Set.of();
    }
}
