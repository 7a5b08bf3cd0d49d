package io.github.auraauth.domain.state;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.crypto.SealedText;
import io.github.auraauth.domain.crypto.Sha256;
import io.github.auraauth.domain.json.FlatJsonReader;
import io.github.auraauth.domain.json.FlatJsonWriter;
import io.github.auraauth.domain.json.FlatObject;
import io.github.auraauth.domain.json.FlatValue;
import io.github.auraauth.domain.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes and reads the values of the cookies that bind a login to the browser that began it: a secret value, encrypted
 * together with the login state that it belongs to. Safe for use by many threads.
 */
public final class LoginCookieCodec {
    private static final HexFormat HEX = HexFormat.of();
    private static final int SUFFIX_DIGITS = 8;

    private final SealedText sealed;
    private final SecureRandom random;

    /** What a bound value is for. */
    public enum BindingPurpose {
        /** The code verifier (PKCE) of a login that the person has not confirmed yet; it does not count as a confirmation. */
        UNCONFIRMED("unconfirmed"),
        /** The code verifier (PKCE) of a login that the person has confirmed, or need not confirm. */
        VERIFIER("verifier"),
        /** The token that the form of a confirmation page sends back. */
        CONFIRMATION("confirmation");

        private final String text;

        BindingPurpose(String text) {
            this.text = text;
        }
    }

    public LoginCookieCodec(EncryptionKeys keys, SecureRandom random) {
        this.sealed = new SealedText(SealedText.Format.LOGIN_BINDING, keys);
        this.random = requireNonNull(random, "random");
    }

    /**
     * A cookie's value that gives the value back for the same state and kind only.
     *
     * @param value at least one byte
     * @param end from when on it gives nothing back, to the millisecond
     * @return ASCII letters, digits and underscores
     */
    public Secret bind(String state, BindingPurpose kind, Secret value, Instant end) {
        Map<String, FlatValue> members = new LinkedHashMap<>();
        members.put("kind", new FlatValue.Text(kind.text));
        members.put("state", new FlatValue.Text(digest(state)));
        members.put("value", new FlatValue.Text(HEX.formatHex(value.reveal())));
        members.put("exp", new FlatValue.Whole(end.toEpochMilli()));
        String json = FlatJsonWriter.write(new FlatObject(members));
        return Secret.ofText(sealed.seal(json.getBytes(StandardCharsets.UTF_8), random));
    }

    /** The bound value; empty when the cookie is not ours, changed, over, or of another state or kind. */
    public Optional<Secret> read(Secret cookie, String state, BindingPurpose kind, Instant now) {
        String text = cookie.revealText();
        return sealed.open(
                text,
                plain -> FlatJsonReader.read(plain)
                        .filter(object -> isOf(object, kind, digest(state)) && isBefore(object, now))
                        .flatMap(object -> object.text("value"))
                        .map(value -> Secret.of(HEX.parseHex(value))));
    }

    /** What names of cookies hold of a state: the first 8 lower-case hex digits of its SHA-256. */
    public static String suffix(String state) {
        return digest(state).substring(0, SUFFIX_DIGITS);
    }

    private static boolean isOf(FlatObject object, BindingPurpose kind, String digest) {
        return object.text("kind").equals(Optional.of(kind.text))
                && object.text("state").equals(Optional.of(digest));
    }

    private static boolean isBefore(FlatObject object, Instant now) {
        return object.whole("exp")
                .map(end -> now.isBefore(Instant.ofEpochMilli(end)))
                .orElse(false);
    }

    private static String digest(String state) {
        return HEX.formatHex(Sha256.of(state.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return "LoginCookieCodec[redacted]";
    }
}
