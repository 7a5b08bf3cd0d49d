package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.crypto.SealedText;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadKeyAcceptanceTest {
    private static final String ABSENT = "(absent)";
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path folder;

    @Test
    void call_withAnyBadKey_getsOneAndTheSame401() {
        try (ServerProcess server = ServerProcess.start(folder, Servers.embedded())) {
            Api api = new Api(server);
            Set<String> answers = new HashSet<>();
            badHeaders().forEach((kind, header) -> {
                for (String accept : List.of("*/*", "text/html", "application/xml")) {
                    HttpRequest.Builder request = HttpRequest.newBuilder(server.uri("/aura-services/v1/users/some-id"))
                            .header("Accept", accept);
                    if (!header.equals(ABSENT)) {
                        request.header("Authorization", header);
                    }
                    HttpResponse<String> answer = api.call(request.build());
                    assertThat(answer.statusCode()).as(kind).isEqualTo(401);
                    answers.add(comparable(answer));
                }
            });

            assertThat(answers).hasSize(1);
            assertThat(answers.iterator().next()).contains("UNAUTHENTICATED", "APIKEY realm=\"aura-services\"");
        }
    }

    private static Map<String, String> badHeaders() {
        String good = Api.key("aura-bot", AccessMode.READ);
        String legacy =
                legacy("{\"version\":\"9.5.0\",\"scopes\":[\"aura-services\"],\"apps\":[\"aura-bot\"],\"mode\":\"r\"}");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("missing", ABSENT);
        headers.put("wrong scheme", "Bearer " + good);
        headers.put("odd length", "APIKEY " + legacy.substring(1));
        headers.put("not hex", "APIKEY " + legacy.replace('a', 'g').replace('0', 'z'));
        headers.put("upper case", "APIKEY " + legacy.toUpperCase(Locale.ROOT));
        headers.put("truncated", "APIKEY " + legacy.substring(0, legacy.length() - 32));
        headers.put("truncated, version 2", "APIKEY " + good.substring(0, good.length() - 8));
        headers.put("flipped in the IV", "APIKEY " + flipped(legacy, 40));
        headers.put("flipped in the first block", "APIKEY " + flipped(legacy, 2));
        headers.put("flipped in the last block", "APIKEY " + flipped(legacy, legacy.length() - 3));
        headers.put("flipped, version 2", "APIKEY " + flipped(good, 60));
        headers.put(
                "another environment's key",
                "APIKEY "
                        + Api.key(
                                Api.keys("another-environment-s-secret-key", Api.ENVIRONMENT),
                                "aura-bot",
                                AccessMode.READ));
        headers.put(
                "another environment's name",
                "APIKEY " + Api.key(Api.keys(Api.ENCRYPTION_KEY, "elsewhere"), "aura-bot", AccessMode.READ));
        headers.put("no JSON", "APIKEY " + legacy("this is not JSON at all"));
        headers.put("an array", "APIKEY " + legacy("[\"version\",\"9.5.0\"]"));
        headers.put("null", "APIKEY " + legacy("null"));
        headers.put("nothing", "APIKEY ");
        headers.put("a state", "APIKEY " + state());
        return headers;
    }

    private static String comparable(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        headers.remove("x-correlator");
        return headers + "\n" + answer.body();
    }

    private static String flipped(String text, int at) {
        char flipped = text.charAt(at) == '0' ? '1' : '0';
        return text.substring(0, at) + flipped + text.substring(at + 1);
    }

    private static String state() {
        String plain = "{\"auraId\":\"a\",\"channelId\":\"" + Api.CHANNEL
                + "\",\"ts\":1767225600000,\"purpose\":\"login\",\"nonce\":\"n\"}";
        return new SealedText(SealedText.Format.LOGIN_STATE, EncryptionKeys.parse("aes-256-cbc", Api.ENCRYPTION_KEY))
                .seal(plain.getBytes(StandardCharsets.UTF_8), RANDOM);
    }

    /** A text enciphered as keys of version 1 are, by the JDK alone. */
    private static String legacy(String plain) {
        try {
            byte[] iv = RANDOM.generateSeed(16);
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(Api.ENCRYPTION_KEY.getBytes(StandardCharsets.UTF_8), "AES"),
                    new IvParameterSpec(iv));
            String hex = HexFormat.of().formatHex(cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
            int at = Math.min(35, hex.length());
            return hex.substring(0, at) + HexFormat.of().formatHex(iv) + hex.substring(at);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
