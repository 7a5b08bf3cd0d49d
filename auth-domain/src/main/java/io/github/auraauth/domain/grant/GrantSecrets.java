package io.github.auraauth.domain.grant;

import io.github.auraauth.domain.crypto.Base62;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The codes and tokens of grants. Codes and refresh tokens are computed of the grant and proved by an HMAC, so that nothing
 * of them is stored, the same comes of the same, and a made-up one is refused before anybody is asked. Access tokens are
 * random. Safe for use by many threads.
 */
public final class GrantSecrets {
    private static final Pattern CODE = Pattern.compile("([0-9A-Za-z]{22})([0-9a-f]{64})");
    private static final Pattern REFRESH = Pattern.compile("aurr_([0-9A-Za-z]{22})_([1-9][0-9]{0,17})_([0-9a-f]{64})");
    private static final Pattern ACCESS = Pattern.compile("aura_[0-9A-Za-z]{43}");
    private static final String ACCESS_PREFIX = "aura_";
    private static final int ACCESS_DIGITS = 43;

    private final KeyedDigest codes;
    private final KeyedDigest refreshes;
    private final KeyedDigest accesses;

    /** @param seed the same on every instance; what was made under another is refused */
    public GrantSecrets(Secret seed) {
        codes = KeyedDigest.derivedFrom(seed, "aura-auth/code/v1");
        refreshes = KeyedDigest.derivedFrom(seed, "aura-auth/refresh/v1");
        accesses = KeyedDigest.derivedFrom(seed, "aura-auth/access-token/v1");
    }

    /** The code of a grant (RFC 6749, section 4.1.2). */
    public Secret code(GrantId grant) {
        return Secret.ofText(grant.value() + codes.hex(grant.value()));
    }

    /** The grant of a code; empty when it is none of ours. */
    public Optional<GrantId> readCode(Secret code) {
        Matcher parts = CODE.matcher(text(code));
        return parts.matches()
                ? Optional.of(new GrantId(parts.group(1)))
                        .filter(grant -> isSame(codes.hex(grant.value()), parts.group(2)))
                : Optional.empty();
    }

    /** A refresh token; the same each time. */
    public Secret refreshToken(RefreshToken token) {
        return Secret.ofText("aurr_" + body(token) + '_' + refreshes.hex(body(token)));
    }

    /** What a refresh token says; empty when it is none of ours. */
    public Optional<RefreshToken> readRefreshToken(Secret secret) {
        Matcher parts = REFRESH.matcher(text(secret));
        return parts.matches()
                ? Optional.of(new RefreshToken(new GrantId(parts.group(1)), Long.parseLong(parts.group(2))))
                        .filter(token -> isSame(refreshes.hex(body(token)), parts.group(3)))
                : Optional.empty();
    }

    /** A new access token, of 256 bits. */
    public Secret newAccessToken(SecureRandom random) {
        return Secret.ofText(ACCESS_PREFIX + Base62.random(ACCESS_DIGITS, random));
    }

    /** What an access token is kept under; empty when it is of another form than ours. */
    public Optional<AccessTokenDigest> digest(Secret accessToken) {
        String text = text(accessToken);
        return ACCESS.matcher(text).matches()
                ? Optional.of(new AccessTokenDigest(accesses.hex(text)))
                : Optional.empty();
    }

    private static String body(RefreshToken token) {
        return token.grant().value() + '_' + token.generation();
    }

    /** In constant time. */
    private static boolean isSame(String computed, String shown) {
        return Secret.ofText(computed).equals(Secret.ofText(shown));
    }

    private static String text(Secret secret) {
        return new String(secret.reveal(), StandardCharsets.ISO_8859_1);
    }
}
