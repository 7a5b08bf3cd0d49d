package io.github.auraauth.domain.apikey;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.crypto.SealedText;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One key of every kind that must be refused, by what is wrong with it. */
final class BadKeys {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String MODEL =
            "{\"version\":\"9.5.0\",\"scopes\":[\"aura-services\"],\"apps\":[\"kernel\"],\"mode\":\"r\"";

    private final Map<String, String> all = new LinkedHashMap<>();
    private final SeedCipher cipher = new SeedCipher(Keys.ENTRY, Keys.IV_POSITION);

    private BadKeys() {
        malformed();
        changed();
        strange();
        untimely();
    }

    /** The keys under the description of their fault; {@link Keys#ENTRY} is the entry that deciphers them. */
    static Map<String, String> all() {
        return new BadKeys().all;
    }

    private void malformed() {
        String v1 = cipher.encipher(MODEL + "}");
        String v2 = v2("local");
        all.put("nothing", "");
        all.put("a blank", " ");
        all.put("no key at all", "nonsense");
        all.put("odd length", v1.substring(1));
        all.put("not hex", "g" + v1.substring(1));
        all.put("upper case", v1.toUpperCase(java.util.Locale.ROOT));
        all.put("one upper-case digit", v1.replaceFirst("[a-f]", "A"));
        all.put("truncated to half a block", v1.substring(0, v1.length() - 16));
        all.put("truncated by a block", v1.substring(0, v1.length() - 32));
        all.put("an IV only", v1.substring(0, 32));
        all.put("too long", v1.repeat(16384 / v1.length() + 1));
        all.put("a blank behind it", v1 + " ");
        all.put("other digits", v1.replaceFirst("[0-9]", "\u0661"));
        all.put("v2 prefix only", "aur2_");
        all.put("v2 without check", v2.substring(0, v2.length() - 7));
        all.put("v2 wrong check", v2.substring(0, v2.length() - 1) + (v2.endsWith("0") ? "1" : "0"));
        all.put("v2 upper case", v2.replaceFirst("_[0-9a-f]{8}_", "_ABCDEF01_"));
        all.put("v2 too long", v2 + "0".repeat(16384));
        all.put("v2 other prefix", v2.replace("aur2", "aur3"));
    }

    private void changed() {
        String v1 = cipher.encipher(MODEL + "}");
        String v2 = v2("local");
        all.put("IV flipped", flipped(v1, Keys.IV_POSITION));
        all.put("first block flipped", flipped(v1, 0));
        all.put("last block flipped", flipped(v1, v1.length() - 1));
        all.put("of another entry", new SeedCipher(Keys.OTHER_ENTRY, Keys.IV_POSITION).encipher(MODEL + "}"));
        all.put("v2 of another entry", Keys.text(Keys.compat(Keys.OTHER_ENTRY).issue(request(), Keys.NOW)));
        all.put("v2 nonce flipped", checked(flipped(body(v2), 14)));
        all.put("v2 tag flipped", checked(flipped(body(v2), body(v2).length() - 1)));
        all.put("v2 kid changed", checked("aur2_00000000" + body(v2).substring(13)));
    }

    private void strange() {
        all.put("no JSON", cipher.encipher("anything else"));
        all.put("no text", cipher.encipher(new byte[0]));
        all.put("an array", cipher.encipher("[" + MODEL + "}]"));
        all.put("null", cipher.encipher("null"));
        all.put("an empty object", cipher.encipher("{}"));
        all.put("unknown member", cipher.encipher(MODEL + ",\"admin\":\"yes\"}"));
        all.put("a name in v1", cipher.encipher(MODEL + ",\"name\":\"x\"}"));
        all.put("no UTF-8", cipher.encipher((MODEL + "\u00e9}").getBytes(StandardCharsets.ISO_8859_1)));
        all.put("v2 without stamp", seal(SealedText.Format.API_KEY, MODEL + "}"));
        all.put("v2 no JSON", seal(SealedText.Format.API_KEY, "anything else"));
        all.put("v2 nothing inside", seal(SealedText.Format.API_KEY, ""));
        all.put("a state", seal(SealedText.Format.LOGIN_STATE, "{\"auraId\":\"a\",\"purpose\":\"login\"}"));
        all.put("a model as a state", seal(SealedText.Format.LOGIN_STATE, MODEL + "}"));
    }

    private void untimely() {
        all.put("expired", cipher.encipher(MODEL + ",\"exp\":" + Keys.NOW.getEpochSecond() + "}"));
        all.put("of another environment", cipher.encipher(MODEL + ",\"env\":\"pro\"}"));
        all.put("v2 of another environment", v2("pro"));
        var ended = new ApiKeyRequest("9.5.0", request().grants(), Optional.of(Keys.NOW), Optional.empty());
        all.put("v2 expired", Keys.text(Keys.compat(Keys.ENTRY).issue(ended, Keys.NOW.minusSeconds(9))));
    }

    private static ApiKeyRequest request() {
        return Keys.request(Keys.grants(AccessMode.READ_WRITE, List.of()));
    }

    private static String v2(String environment) {
        EncryptionKeys entries = Keys.entries(Keys.ENTRY);
        var keys = new ApiKeys(entries, Keys.IV_POSITION, environment, ApiKeyPolicy.COMPAT, RANDOM);
        return Keys.text(keys.issue(request(), Keys.NOW));
    }

    private static String seal(SealedText.Format format, String plain) {
        return new SealedText(format, Keys.entries(Keys.ENTRY)).seal(plain.getBytes(StandardCharsets.UTF_8), RANDOM);
    }

    private static String flipped(String text, int place) {
        char other = text.charAt(place) == '0' ? '1' : '0';
        return text.substring(0, place) + other + text.substring(place + 1);
    }

    private static String body(String v2) {
        return v2.substring(0, v2.length() - 7);
    }

    /** The body with the check that belongs to it, computed here. */
    static String checked(String body) {
        var crc = new java.util.zip.CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        String alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        StringBuilder digits = new StringBuilder();
        for (long rest = crc.getValue(); digits.length() < 6; rest /= 62) {
            digits.insert(0, alphabet.charAt((int) (rest % 62)));
        }
        return body + "_" + digits;
    }
}
