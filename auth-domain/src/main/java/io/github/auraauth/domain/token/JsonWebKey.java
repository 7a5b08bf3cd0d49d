package io.github.auraauth.domain.token;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The public half of a key that tokens of ours are signed with (RFC 7517).
 *
 * @param id its name, the {@code kid} of the tokens
 * @param algorithm that it is used with
 * @param parameters that its type has, in base64url: {@code n} and {@code e}, or {@code crv}, {@code x} and {@code y}; never
 *     one of the private half
 */
public record JsonWebKey(String id, SignatureAlgorithm algorithm, Map<String, String> parameters) {
    private static final List<String> OF_RSA = List.of("n", "e");
    private static final List<String> OF_EC = List.of("crv", "x", "y");
    private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]+");

    public JsonWebKey {
        requireNonNull(id, "id");
        requireNonNull(algorithm, "algorithm");
        parameters = Map.copyOf(requireNonNull(parameters, "parameters"));
        if (!parameters.keySet().equals(Set.copyOf(names(algorithm)))
                || !parameters.values().stream()
                        .allMatch(value -> BASE64URL.matcher(value).matches())) {
            throw new IllegalArgumentException("parameters must be " + names(algorithm) + " in base64url");
        }
    }

    /** {@code RSA} or {@code EC}. */
    public String type() {
        return algorithm == SignatureAlgorithm.ES256 ? "EC" : "RSA";
    }

    /** All members that the key has when it is published, its type first and its parameters next. */
    public Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("kty", type());
        names(algorithm).forEach(name -> members.put(name, parameters.getOrDefault(name, "")));
        members.put("kid", id);
        members.put("use", "sig");
        members.put("alg", algorithm.name());
        return Collections.unmodifiableMap(members);
    }

    private static List<String> names(SignatureAlgorithm algorithm) {
        return algorithm == SignatureAlgorithm.ES256 ? OF_EC : OF_RSA;
    }
}
