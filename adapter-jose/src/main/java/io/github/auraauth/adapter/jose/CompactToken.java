package io.github.auraauth.adapter.jose;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token of the compact form (RFC 7515, section 3.1) whose header makes sense to us; nothing is verified yet. Of what
 * the header brings along to be verified by, nothing is even read.
 *
 * @param text all of it
 * @param kid the name of its key
 */
record CompactToken(String text, SignatureAlgorithm algorithm, Optional<String> kid) {
    /** What headers and answers of others can hold; it only keeps the work for one token bounded. */
    private static final int LONGEST = 1 << 20;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++");

    /** The token, or empty when it is longer than 1 MiB, of another form, or asks for what we do not do. */
    static Optional<CompactToken> parse(Secret token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        String text = new String(token.reveal(), StandardCharsets.UTF_8);
        return FORM.matcher(text).matches() ? header(text).flatMap(header -> of(text, header)) : Optional.empty();
    }

    private static Optional<Map<String, Object>> header(String text) {
        try {
            return JsonObjects.read(Base64.getUrlDecoder().decode(text.substring(0, text.indexOf('.'))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** An extension that must be understood is not; {@code b64} would change what is signed (RFC 7797). */
    private static Optional<CompactToken> of(String token, Map<String, Object> header) {
        boolean extended = header.containsKey("crit") || header.containsKey("b64");
        Optional<String> kid = header.get("kid") instanceof String text ? Optional.of(text) : Optional.empty();
        if (extended || kid.isEmpty() && header.containsKey("kid") || !(header.get("alg") instanceof String name)) {
            return Optional.empty();
        }
        return SignatureAlgorithm.parse(name).map(algorithm -> new CompactToken(token, algorithm, kid));
    }

    @Override
    public String toString() {
        return "CompactToken[redacted]";
    }
}
