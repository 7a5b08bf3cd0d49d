package io.github.auraauth.domain.token;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;

/**
 * The public half of a key that tokens of ours are signed with (RFC 7517).
 *
 * @param id its name, the {@code kid} of the tokens
 * @param algorithm that it is used with
 * @param parameters that its type has, in base64url: {@code n} and {@code e}, or {@code crv}, {@code x} and {@code y}
 */
public record JsonWebKey(String id, SignatureAlgorithm algorithm, Map<String, String> parameters) {
    public JsonWebKey {
        requireNonNull(id, "id");
        requireNonNull(algorithm, "algorithm");
        parameters = Map.copyOf(parameters);
        if (parameters.isEmpty()) {
            throw new IllegalArgumentException("parameters must not be empty");
        }
    }

    /** {@code RSA} or {@code EC}. */
    public String type() {
        return algorithm == SignatureAlgorithm.ES256 ? "EC" : "RSA";
    }

    /** All members that the key has when it is published, in the order of their names. */
    public Map<String, String> members() {
        Map<String, String> members = new TreeMap<>(parameters);
        members.put("kty", type());
        members.put("kid", id);
        members.put("use", "sig");
        members.put("alg", algorithm.name());
        return members;
    }
}
