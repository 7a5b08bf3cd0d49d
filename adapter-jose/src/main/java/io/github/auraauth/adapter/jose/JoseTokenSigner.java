package io.github.auraauth.adapter.jose;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.domain.token.TokenType;
import io.github.auraauth.port.out.token.TokenSigner;
import org.jose4j.json.JsonUtil;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.lang.JoseException;

/** Signs with jose4j, and remembers the keys that it has parsed. */
public final class JoseTokenSigner implements TokenSigner {
    private final ParsedPrivateKeys keys = new ParsedPrivateKeys();

    @Override
    public Secret sign(TokenClaims claims, PrivateSigningKey key, TokenType type) {
        requireNonNull(claims, "claims");
        requireNonNull(type, "type");
        SignatureAlgorithm algorithm = requireNonNull(key, "key").publicKey().algorithm();
        if (algorithm == SignatureAlgorithm.PS256) {
            throw new IllegalArgumentException("key must be for RS256 or ES256");
        }
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(algorithm.name());
        signature.setKeyIdHeaderValue(key.publicKey().id());
        signature.setHeader(HeaderParameterNames.TYPE, type.header());
        signature.setKey(keys.parsed(key));
        signature.setPayload(JsonUtil.toJson(claims.asMap()));
        try {
            return Secret.ofText(signature.getCompactSerialization());
        } catch (JoseException quotesKey) {
            throw new IllegalArgumentException("key must be good for " + algorithm);
        }
    }
}
