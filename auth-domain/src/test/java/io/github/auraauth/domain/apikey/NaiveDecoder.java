package io.github.auraauth.domain.apikey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads keys of version 1 as a decoder would that trusts what it deciphers: the padding's last byte is believed, bytes
 * that are no UTF-8 are replaced, any JSON object is a key, members come in any order and may be unknown or repeated.
 */
public final class NaiveDecoder {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private final SeedCipher cipher;

    public NaiveDecoder(SeedCipher cipher) {
        this.cipher = cipher;
    }

    public Optional<JsonNode> read(String text) {
        try {
            return Optional.of(json(unpadded(text)));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Reads like {@link #read}, with a right padding required, and tells a wrong one apart: an oracle. */
    public Answer answer(String text) {
        byte[] plain;
        try {
            plain = cipher.decipher(text);
        } catch (IllegalArgumentException e) {
            return Answer.WRONG_PADDING;
        }
        try {
            return json(plain).isObject() ? Answer.KEY : Answer.NO_KEY;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Answer.NO_KEY;
        }
    }

    /** What an oracle tells. */
    public enum Answer {
        KEY,
        NO_KEY,
        WRONG_PADDING
    }

    private byte[] unpadded(String text) {
        byte[] padded = cipher.decipherUnpadded(text);
        int padding = padded[padded.length - 1] & 0xff;
        return padding > padded.length ? padded : Arrays.copyOf(padded, padded.length - padding);
    }

    private static JsonNode json(byte[] plain) throws JsonProcessingException {
        JsonNode json = JSON.readTree(new String(plain, StandardCharsets.UTF_8));
        if (!json.isObject()) {
            throw new IllegalArgumentException("no object");
        }
        return json;
    }
}
