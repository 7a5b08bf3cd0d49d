package io.github.auraauth.adapter.jose;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.port.out.token.TokenVerifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Verifies signatures with jose4j, which is given the one key and the one algorithm chosen here. */
public final class JoseTokenVerifier implements TokenVerifier {
    private static final VerificationOutcome UNKNOWN_KEY = new VerificationOutcome.UnknownKey();
    private static final VerificationOutcome REFUSED = new VerificationOutcome.Refused();

    /** The set that was parsed last; sets change rarely, and parsing one takes longer than verifying a signature. */
    private volatile ParsedSet last = ParsedSet.of(new JsonWebKeySet("{}"));

    @Override
    public VerificationOutcome verify(Secret token, JsonWebKeySet keys, Set<SignatureAlgorithm> allowed) {
        requireNonNull(token, "token");
        requireNonNull(keys, "keys");
        requireNonNull(allowed, "allowed");
        return UnverifiedJws.parse(token)
                .filter(parsed -> allowed.contains(parsed.algorithm()))
                .map(parsed -> verify(parsed, parsed(keys)))
                .orElse(REFUSED);
    }

    @Override
    public Optional<TokenClaims> unverified(Secret token) {
        return UnverifiedJws.parse(requireNonNull(token, "token"))
                .flatMap(UnverifiedJws::payload)
                .flatMap(JsonObjects::read)
                .map(TokenClaims::of);
    }

    private static VerificationOutcome verify(UnverifiedJws token, List<PublishedKey> keys) {
        if (token.kid().isPresent() && keys.stream().noneMatch(key -> key.kid().equals(token.kid()))) {
            return UNKNOWN_KEY;
        }
        List<PublishedKey> fitting = keys.stream()
                .filter(key -> token.kid().isEmpty() || key.kid().equals(token.kid()))
                .filter(key -> key.algorithms().contains(token.algorithm()))
                .toList();
        if (fitting.size() != 1) {
            return REFUSED;
        }
        return payload(token, fitting.get(0))
                .flatMap(JsonObjects::read)
                .map(TokenClaims::of)
                .<VerificationOutcome>map(VerificationOutcome.Verified::new)
                .orElse(REFUSED);
    }

    /** The payload; empty when the signature is not by the key. */
    private static Optional<byte[]> payload(UnverifiedJws token, PublishedKey key) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(new AlgorithmConstraints(
                ConstraintType.PERMIT, token.algorithm().name()));
        try {
            signature.setCompactSerialization(token.text());
            signature.setKey(key.key().orElseThrow());
            return signature.verifySignature() ? Optional.of(signature.getPayloadBytes()) : Optional.empty();
        } catch (JoseException | RuntimeException malformed) { // a signature may be any bytes
            return Optional.empty();
        }
    }

    private List<PublishedKey> parsed(JsonWebKeySet keys) {
        ParsedSet parsed = last;
        if (!parsed.set().equals(keys)) {
            parsed = ParsedSet.of(keys);
            last = parsed;
        }
        return parsed.keys();
    }

    private record ParsedSet(JsonWebKeySet set, List<PublishedKey> keys) {
        static ParsedSet of(JsonWebKeySet set) {
            return new ParsedSet(set, PublishedKey.all(set));
        }
    }
}
