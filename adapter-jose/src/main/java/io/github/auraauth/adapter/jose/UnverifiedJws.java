package io.github.auraauth.adapter.jose;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token in compact serialization (RFC 7515, section 3.1) whose header is valid; its signature is not verified yet. Keys,
 * certificates and addresses of keys in the header are ignored.
 *
 * @param text the whole token
 * @param kid the identifier of its key
 */
record UnverifiedJws(String text, SignatureAlgorithm algorithm, Optional<String> kid) {
    /** As much as a header or a response can hold; it bounds the work for one token. */
    private static final int MAX_LENGTH = 1 << 20;

    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++");

    /** The token; empty when it is longer than 1 MiB, of another form, or requires an algorithm or an extension not supported. */
    static Optional<UnverifiedJws> parse(Secret token) {
        if (token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String text = token.revealText();
        return COMPACT.matcher(text).matches() ? header(text).flatMap(header -> of(text, header)) : Optional.empty();
    }

    private static Optional<Map<String, Object>> header(String text) {
        try {
            return JsonObjects.read(Base64.getUrlDecoder().decode(text.substring(0, text.indexOf('.'))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** What the token carries; empty when it is not base64url. */
    Optional<byte[]> payload() {
        try {
            return Optional.of(
                    Base64.getUrlDecoder().decode(text.substring(text.indexOf('.') + 1, text.lastIndexOf('.'))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** No critical extension is supported; {@code b64} would change what is signed (RFC 7797). */
    private static Optional<UnverifiedJws> of(String token, Map<String, Object> header) {
        boolean extended = header.containsKey("crit") || header.containsKey("b64");
        Optional<String> kid = header.get("kid") instanceof String text ? Optional.of(text) : Optional.empty();
        if (extended || kid.isEmpty() && header.containsKey("kid") || !(header.get("alg") instanceof String name)) {
            return Optional.empty();
        }
        return SignatureAlgorithm.parse(name).map(algorithm -> new UnverifiedJws(token, algorithm, kid));
    }

    @Override
    public String toString() {
        return "CompactToken[redacted]";
    }
}
