package io.github.auraauth.adapter.http.account;

import io.github.auraauth.domain.secret.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** User name and password as the scheme {@code Basic} has them (RFC 7617). */
record BasicCredential(String username, Secret password) {

    /** Empty when it is not base 64 of UTF-8 with a colon. */
    static Optional<BasicCredential> parse(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            String pair = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(
                            new BasicCredential(pair.substring(0, colon), Secret.ofText(pair.substring(colon + 1))));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "BasicCredential[redacted]";
    }
}
