package io.github.auraauth.testkit.token;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.token.SampleTokens.OTHER_RSA;
import static io.github.auraauth.testkit.token.SampleTokens.P256;
import static io.github.auraauth.testkit.token.SampleTokens.P384;
import static io.github.auraauth.testkit.token.SampleTokens.RSA;
import static io.github.auraauth.testkit.token.SampleTokens.SHORT_RSA;
import static io.github.auraauth.testkit.token.SampleTokens.hmacToken;
import static io.github.auraauth.testkit.token.SampleTokens.jwk;
import static io.github.auraauth.testkit.token.SampleTokens.set;
import static io.github.auraauth.testkit.token.SampleTokens.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.port.out.token.TokenVerifier;
import io.github.auraauth.port.out.token.TokenVerifier.VerificationOutcome;
import io.github.auraauth.testkit.Race;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of {@link TokenVerifier}. An adapter's test implements it. */
public interface TokenVerifierContract {
    /** Every supported algorithm. */
    Set<SignatureAlgorithm> ALL = EnumSet.allOf(SignatureAlgorithm.class);

    /** What the kit's tokens hold. */
    String PAYLOAD = "{\"sub\":\"someone\"}";

    String VERIFIED = "verified";
    String UNKNOWN_KEY = "unknown key";
    String REFUSED = "refused";

    /** The verifier under test. */
    TokenVerifier verifier();

    @Test
    default void verify_signedByKeyOfEachAlgorithm_givesClaims() {
        String keys = set(jwk("r", RSA.getPublic(), ""), jwk("e", P256.getPublic(), ""));
        for (SignatureAlgorithm algorithm : ALL) {
            boolean curve = algorithm == SignatureAlgorithm.ES256;
            String token = token(header(algorithm.name(), curve ? "e" : "r"), PAYLOAD, curve ? P256 : RSA);
            assertThat(claims(token, keys).text("sub")).as(algorithm.name()).contains("someone");
        }
    }

    @Test
    default void verify_claimsOfEveryKind_arePlainValues() {
        String payload = "{\"t\":\"\u00E9 \\u20AC\",\"n\":1700000000,\"f\":1.5,\"b\":true,\"z\":null,"
                + "\"l\":[\"a\",{\"k\":\"v\"}],\"o\":{\"p\":[1]}}";
        TokenClaims claims = claims(token(header("RS256", "r"), payload, RSA), rsaSet());
        assertThat(claims.text("t")).contains("\u00E9 \u20AC");
        assertThat(claims.time("n")).isPresent();
        assertThat(claims.asMap().get("f")).hasToString("1.5").isInstanceOf(Number.class);
        assertThat(claims.asMap()).containsEntry("b", true).doesNotContainKey("z");
        assertThat(claims.asMap().get("l")).isEqualTo(List.of("a", Map.of("k", "v")));
        assertThat(claims.asMap().get("o")).isInstanceOf(Map.class);
    }

    @Test
    default void unverified_whoeverSignedIt_givesClaims_andWhatIsNoTokenNone() {
        String token = token(header("RS256", "r"), PAYLOAD, OTHER_RSA);
        Map<String, Object> verified =
                claims(token(header("RS256", "r"), PAYLOAD, RSA), rsaSet()).asMap();
        assertThat(verifier().unverified(Secret.ofText(token)).orElseThrow().asMap())
                .isEqualTo(verified);
        for (String none : List.of("", "a", "a.b", "a.b.c", token + ".", "." + token, "x".repeat((1 << 20) + 1))) {
            assertThat(verifier().unverified(Secret.ofText(none))).isEmpty();
        }
    }

    @Test
    default void verify_kidThatNobodyHas_isUnknownKey() {
        String token = token(header("RS256", "new"), PAYLOAD, RSA);
        assertThat(outcome(token, rsaSet())).isEqualTo(UNKNOWN_KEY);
        assertThat(outcome(token, set())).isEqualTo(UNKNOWN_KEY);
        for (String broken : List.of("", "{", "[]", "{}", "null", "{\"keys\":1}", "{\"keys\":[1,null,\"a\",[],{}]}")) {
            assertThat(outcome(token, broken)).as(broken).isEqualTo(UNKNOWN_KEY);
        }
    }

    @Test
    default void verify_noKid_takesTheOnlyKeyThatFits() {
        String token = token("{\"alg\":\"RS256\"}", PAYLOAD, RSA);
        String other = jwk("e", P256.getPublic(), "");
        assertThat(outcome(token, set(other, jwk("r", RSA.getPublic(), "")))).isEqualTo(VERIFIED);
        assertThat(outcome(token, set(other, jwk("r", OTHER_RSA.getPublic(), ""))))
                .isEqualTo(REFUSED);
        assertThat(outcome(token, set(jwk("r", RSA.getPublic(), ""), jwk("s", OTHER_RSA.getPublic(), ""))))
                .isEqualTo(REFUSED);
        assertThat(outcome(token, set(other))).isEqualTo(REFUSED);
    }

    @Test
    default void verify_signedByAnotherKeyUnderTheKid_isRefused() {
        String token = token(header("RS256", "r"), PAYLOAD, OTHER_RSA);
        assertThat(outcome(token, rsaSet())).isEqualTo(REFUSED);
        assertThat(outcome(token, set(jwk("r", RSA.getPublic(), ""), jwk("s", OTHER_RSA.getPublic(), ""))))
                .isEqualTo(REFUSED);
    }

    @Test
    default void verify_algorithmNotAllowed_isRefused() {
        String token = token(header("PS256", "r"), PAYLOAD, RSA);
        assertThat(outcome(token, rsaSet(), Set.of(SignatureAlgorithm.PS256))).isEqualTo(VERIFIED);
        assertThat(outcome(token, rsaSet(), Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256)))
                .isEqualTo(REFUSED);
        assertThat(outcome(token, rsaSet(), Set.of())).isEqualTo(REFUSED);
    }

    @Test
    default void verify_algorithmOfAnotherKindOfKey_isRefused() {
        String keys = set(jwk("r", RSA.getPublic(), ""), jwk("e", P256.getPublic(), ""));
        assertThat(outcome(token(header("ES256", "r"), PAYLOAD, RSA), keys)).isEqualTo(REFUSED);
        assertThat(outcome(token(header("RS256", "e"), PAYLOAD, P256), keys)).isEqualTo(REFUSED);
        assertThat(outcome(token(header("ES256", "r"), PAYLOAD, P256), keys)).isEqualTo(REFUSED);
    }

    @Test
    default void verify_unsigned_isRefused() {
        for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
            String signed = token(header(none, "r"), PAYLOAD, RSA);
            String unsigned = signed.substring(0, signed.lastIndexOf('.') + 1);
            assertThat(outcome(signed, rsaSet())).as(none).isEqualTo(REFUSED);
            assertThat(outcome(unsigned, rsaSet())).as(none).isEqualTo(REFUSED);
        }
    }

    @Test
    default void verify_hmacWithPublicKey_isRefused() {
        byte[] der = RSA.getPublic().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----";
        List<byte[]> secrets = List.of(
                der,
                pem.getBytes(StandardCharsets.US_ASCII),
                (pem + '\n').getBytes(StandardCharsets.US_ASCII),
                rsaSet().getBytes(StandardCharsets.US_ASCII));
        for (byte[] secret : secrets) {
            assertThat(outcome(hmacToken(header("HS256", "r"), PAYLOAD, secret), rsaSet()))
                    .isEqualTo(REFUSED);
        }
    }

    @Test
    default void verify_anyCharacterChanged_isNotVerified() {
        String token = token(header("RS256", "r"), PAYLOAD, RSA);
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'Q' : 'A'; // differ in bits that count, also at the end
            String tampered = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(outcome(tampered, rsaSet())).as("at " + i).isNotEqualTo(VERIFIED);
        }
    }

    @Test
    default void verify_keyBroughtAlong_isIgnored() {
        String jwk = jwk("r", OTHER_RSA.getPublic(), "");
        List<String> brought = List.of(
                "\"jwk\":" + jwk,
                "\"jku\":\"https://keys.example.org/\"",
                "\"x5u\":\"https://keys.example.org/\"",
                "\"x5c\":[\"MIIB\"]",
                "\"jwk\":1");
        for (String member : brought) {
            String header = "{\"alg\":\"RS256\",\"kid\":\"r\"," + member + "}";
            assertThat(outcome(token(header, PAYLOAD, OTHER_RSA), rsaSet()))
                    .as(member)
                    .isEqualTo(REFUSED);
            assertThat(outcome(token(header, PAYLOAD, RSA), rsaSet()))
                    .as(member)
                    .isEqualTo(VERIFIED);
        }
    }

    @Test
    default void verify_headerWithDemands_isRefused() {
        List<String> headers = List.of(
                "{\"alg\":\"RS256\",\"kid\":\"r\",\"crit\":[\"exp\"],\"exp\":1}",
                "{\"alg\":\"RS256\",\"kid\":\"r\",\"crit\":[]}",
                "{\"alg\":\"RS256\",\"kid\":\"r\",\"b64\":true,\"crit\":[\"b64\"]}",
                "{\"alg\":\"RS256\",\"kid\":\"r\",\"b64\":true}",
                "{\"alg\":\"RS256\",\"kid\":\"r\",\"b64\":false}");
        for (String header : headers) {
            assertThat(outcome(token(header, PAYLOAD, RSA), rsaSet()))
                    .as(header)
                    .isEqualTo(REFUSED);
        }
    }

    @Test
    default void verify_malformedHeader_isRefused() {
        List<String> headers = List.of(
                "{\"alg\":\"RS256\",\"alg\":\"RS256\",\"kid\":\"r\"}",
                "{\"alg\":[\"RS256\"],\"kid\":\"r\"}",
                "{\"alg\":\"rs256\",\"kid\":\"r\"}",
                "{\"alg\":\"RS256\",\"kid\":1}",
                "{\"alg\":\"RS256\",\"kid\":null}",
                "{\"kid\":\"r\"}",
                "{\"alg\":\"RS256\",\"kid\":\"r\"}x",
                "{\"alg\":\"RS256\",\"kid\":\"r\"",
                "[]",
                "null",
                "{}");
        for (String header : headers) {
            assertThat(outcome(token(header, PAYLOAD, RSA), rsaSet()))
                    .as(header)
                    .isEqualTo(REFUSED);
        }
    }

    @Test
    default void verify_keyForSomethingElse_isRefused() {
        String token = token(header("RS256", "r"), PAYLOAD, RSA);
        List<String> others = List.of(
                ",\"use\":\"enc\"",
                ",\"use\":1",
                ",\"key_ops\":[\"sign\"]",
                ",\"key_ops\":\"verify\"",
                ",\"alg\":\"PS256\"",
                ",\"alg\":\"RSA-OAEP\"",
                ",\"alg\":1");
        for (String more : others) {
            assertThat(outcome(token, set(jwk("r", RSA.getPublic(), more))))
                    .as(more)
                    .isEqualTo(REFUSED);
        }
        String fitting = ",\"use\":\"sig\",\"key_ops\":[\"verify\"],\"alg\":\"RS256\",\"x5c\":[\"nonsense\"]";
        assertThat(outcome(token, set(jwk("r", RSA.getPublic(), fitting)))).isEqualTo(VERIFIED);
    }

    @Test
    default void verify_weakKey_isRefused() {
        assertThat(outcome(token(header("RS256", "r"), PAYLOAD, SHORT_RSA), set(jwk("r", SHORT_RSA.getPublic(), ""))))
                .isEqualTo(REFUSED);
        assertThat(outcome(token(header("ES256", "e"), PAYLOAD, P384), set(jwk("e", P384.getPublic(), ""))))
                .isEqualTo(REFUSED);
    }

    @Test
    default void verify_brokenKeysInTheSet_doNotHarmTheOthers() {
        String keys = set(
                "1",
                "null",
                "{\"kty\":\"oct\",\"kid\":\"o\",\"k\":\"AAAA\"}",
                "{\"kty\":\"OKP\",\"kid\":\"k\",\"crv\":\"Ed25519\",\"x\":\"AAAA\"}",
                "{\"kty\":\"RSA\",\"kid\":\"b\",\"n\":\"%\",\"e\":7}",
                "{\"kty\":\"RSA\",\"kid\":\"c\"}",
                "{\"kty\":\"EC\",\"kid\":\"d\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}",
                "{\"kty\":\"EC\",\"kid\":\"e\",\"crv\":\"P-999\",\"x\":\"AA\",\"y\":\"AA\"}",
                "{\"kty\":\"new\",\"kid\":{}}",
                jwk("r", RSA.getPublic(), ""));
        assertThat(outcome(token(header("RS256", "r"), PAYLOAD, RSA), keys)).isEqualTo(VERIFIED);
        for (String kid : List.of("o", "k", "b", "c")) {
            assertThat(outcome(token(header("RS256", kid), PAYLOAD, RSA), keys))
                    .as(kid)
                    .isEqualTo(REFUSED);
        }
        assertThat(outcome(token(header("ES256", "d"), PAYLOAD, P256), keys)).isEqualTo(REFUSED);
    }

    @Test
    default void verify_emptySecretInTheSet_signsNothing() {
        String keys = set("{\"kty\":\"oct\",\"kid\":\"r\",\"k\":\"AAAA\",\"alg\":\"HS256\"}");
        assertThat(outcome(hmacToken(header("HS256", "r"), PAYLOAD, new byte[3]), keys))
                .isEqualTo(REFUSED);
    }

    @Test
    default void verify_payloadThatIsNotOneObject_isRefused() {
        List<String> payloads = List.of(
                "",
                "null",
                "1",
                "\"a\"",
                "[]",
                "{",
                "{\"sub\":\"a\",\"sub\":\"b\"}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "{} {}",
                "{}x",
                "{\"sub\":a}");
        for (String payload : payloads) {
            assertThat(outcome(token(header("RS256", "r"), payload, RSA), rsaSet()))
                    .as(payload)
                    .isEqualTo(REFUSED);
        }
        byte[] notUtf8 = {'{', '"', 's', '"', ':', '"', (byte) 0xC3, '"', '}'};
        assertThat(outcome(token(header("RS256", "r"), notUtf8, RSA), rsaSet())).isEqualTo(REFUSED);
    }

    @Test
    default void verify_longestToken_isTakenAndOneLongerRefused() {
        String header = header("RS256", "r");
        int fixed = token(header, "{\"p\":\"\"}", RSA).length();
        int padding = ((1 << 20) - fixed) * 3 / 4;
        assertThat(outcome(token(header, "{\"p\":\"" + "x".repeat(padding - 3) + "\"}", RSA), rsaSet()))
                .isEqualTo(VERIFIED);
        assertThat(outcome(token(header, "{\"p\":\"" + "x".repeat(padding + 3) + "\"}", RSA), rsaSet()))
                .isEqualTo(REFUSED);
    }

    @Test
    default void verify_textThatIsNoToken_isRefused() {
        String token = token(header("RS256", "r"), PAYLOAD, RSA);
        String[] parts = token.split("\\.", -1);
        List<String> texts = List.of(
                "",
                ".",
                "..",
                "...",
                "a.b.c",
                "a.b",
                token + ".",
                "." + token,
                token + "=",
                token + "\n",
                " " + token,
                parts[0] + "." + parts[1],
                parts[0] + ".." + parts[2],
                parts[0] + "." + parts[1] + ".",
                token + "." + parts[2],
                token.replace('.', ','),
                "{\"payload\":\"" + parts[1] + "\"}",
                token.replaceFirst("\\.", ".=."),
                token + "\u00E9",
                parts[0] + "=." + parts[1] + "." + parts[2]);
        for (String text : texts) {
            assertThat(outcome(text, rsaSet())).as(text).isEqualTo(REFUSED);
        }
    }

    @Test
    default void verify_concurrentlyWithDifferentSets_keepsThemApart() {
        String token = token(header("RS256", "r"), PAYLOAD, RSA);
        String other = set(jwk("r", OTHER_RSA.getPublic(), ""));
        List<String> outcomes = Race.of(number -> outcome(token, number % 2 == 0 ? rsaSet() : other));
        for (int i = 0; i < outcomes.size(); i++) {
            assertThat(outcomes.get(i)).isEqualTo(i % 2 == 0 ? VERIFIED : REFUSED);
        }
    }

    @Test
    default void verify_nullArgument_isRefusedByName() {
        Secret token = Secret.ofText("a.b.c");
        JsonWebKeySet keys = new JsonWebKeySet(rsaSet());
        assertNullIsRefused("token", () -> verifier().verify(nothing(), keys, ALL));
        assertNullIsRefused("keys", () -> verifier().verify(token, nothing(), ALL));
        assertNullIsRefused("allowed", () -> verifier().verify(token, keys, nothing()));
    }

    private static String rsaSet() {
        return set(jwk("r", RSA.getPublic(), ""));
    }

    private static String header(String alg, String kid) {
        return "{\"typ\":\"JWT\",\"alg\":\"" + alg + "\",\"kid\":\"" + kid + "\"}";
    }

    private TokenClaims claims(String token, String keys) {
        return verify(token, keys, ALL)
                .fold(
                        claims -> claims,
                        () -> {
                            throw new AssertionError(UNKNOWN_KEY);
                        },
                        () -> {
                            throw new AssertionError(REFUSED);
                        });
    }

    private String outcome(String token, String keys) {
        return outcome(token, keys, ALL);
    }

    private String outcome(String token, String keys, Set<SignatureAlgorithm> allowed) {
        return verify(token, keys, allowed).fold(claims -> VERIFIED, () -> UNKNOWN_KEY, () -> REFUSED);
    }

    private VerificationOutcome verify(String token, String keys, Set<SignatureAlgorithm> allowed) {
        return verifier().verify(Secret.ofText(token), new JsonWebKeySet(keys), allowed);
    }
}
