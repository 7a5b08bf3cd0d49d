package io.github.auraauth.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.access.AccessLevel;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.ApiKeyModel.Grants;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.ApiKeyStanding;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.domain.apikey.IssuedApiKey;
import io.github.auraauth.domain.apikey.PresentedApiKey;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.revocation.Revocation;
import io.github.auraauth.domain.revocation.Revocations;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyFilterTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final ApiKeys KEYS = keysOf("tests");
    private static final String SECRET = "/shop/v1/secret";

    private static volatile Revocations revocations = Revocations.NONE;
    private static volatile Optional<AuthenticationResult.Refusal> unusual = Optional.empty();
    private static volatile String source = "";
    private static GuardedServer server;

    @BeforeAll
    static void open() {
        ApiKeyVerifier keys = ApiKeyVerifier.of(KEYS, InstantSource.fixed(NOW), ApiKeyFilterTest::standing);
        ApiKeyVerifier verifier = call -> {
            source = call.source();
            return unusual.map(AuthenticationResult::<io.github.auraauth.domain.apikey.GrantedIdentity>refused)
                    .orElseGet(() -> keys.verify(call));
        };
        GuardedPaths paths = GuardedPaths.below("/v1").exceptFor("/health", "/public/**", "/error-page");
        server = new GuardedServer(
                new ApiKeyFilter(verifier, paths, "orders"),
                new ApiKeyFilter(verifier, GuardedPaths.ALL, "orders", Set.of(AccessLevel.KERNEL)));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void forget() {
        revocations = Revocations.NONE;
        unusual = Optional.empty();
    }

    @Test
    void request_withAGoodKey_comesThroughWithItsHolder() {
        IssuedApiKey key = issue(AccessMode.READ);
        assertThat(server.send("GET " + SECRET, header(key)))
                .startsWith("HTTP/1.1 200")
                .contains("remote=key:" + key.model().stamp().id().orElseThrow())
                .contains("type=APIKEY")
                .contains("user=ApiKeyPrincipal[identity=GrantedIdentity[apps=[kernel]")
                .contains("attribute=ApiKeyPrincipal[");
        assertThat(source).isEqualTo("127.0.0.1");
    }

    @Test
    void request_withAKeyOfVersion1_isNamedByItsConsumers() {
        IssuedApiKey key = KEYS.issueLegacy(request("orders", Set.of("web", "app"), AccessMode.READ));
        assertThat(server.send("GET " + SECRET, header(key))).contains("remote=app:app,web");
    }

    @Test
    void request_withoutAKey_isRefusedAsOurApiRefuses() {
        assertThat(server.send("GET " + SECRET))
                .startsWith("HTTP/1.1 401")
                .contains("WWW-Authenticate: APIKEY realm=\"orders\"")
                .contains("Cache-Control: no-store")
                .contains("Content-Type: application/json")
                .endsWith("\r\n\r\n{\"code\":\"UNAUTHENTICATED\",\"message\":\"A valid APIKey is required\"}");
    }

    @Test
    void request_withAnyBadKey_hasOneAnswer() {
        String none = dateless(server.send("GET " + SECRET));
        IssuedApiKey foreign = keysOf("elsewhere").issue(request("orders", Set.of("kernel"), AccessMode.READ), NOW);
        IssuedApiKey ended = KEYS.issue(
                new ApiKeyRequest(
                        "1.0",
                        Grants.of(Set.of("orders"), Set.of("kernel"), AccessMode.READ),
                        Optional.of(NOW),
                        Optional.empty()),
                NOW);
        IssuedApiKey good = issue(AccessMode.READ);
        List<String[]> bad = List.of(
                new String[] {header(foreign)},
                new String[] {header(ended)},
                new String[] {header(good).replace("APIKEY", "Bearer")},
                new String[] {header(good) + "0"},
                new String[] {"Authorization:"},
                new String[] {"Authorization: APIKEY"},
                new String[] {"Authorization: APIKEY \u00e9\u00ff"},
                new String[] {header(good), header(good)},
                new String[] {header(good), "Authorization: APIKEY x"},
                new String[] {header(good) + ", " + text(good)});
        assertThat(bad)
                .allSatisfy(headers -> assertThat(dateless(server.send("GET " + SECRET, headers)))
                        .isEqualTo(none));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "TRACE", "get", "PROPFIND"})
    void method_thatWrites_needsAKeyThatMay(String method) {
        assertThat(server.send(method + " " + SECRET, header(issue(AccessMode.READ))))
                .startsWith("HTTP/1.1 403")
                .contains("{\"code\":\"FORBIDDEN\",\"message\":\"The APIKey has not the right to do this\"}");
        assertThat(server.send(method + " " + SECRET, header(issue(AccessMode.WRITE))))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void method_thatReads_needsAKeyThatMay(String method) {
        assertThat(server.send(method + " " + SECRET, header(issue(AccessMode.WRITE))))
                .startsWith("HTTP/1.1 403");
        assertThat(server.send(method + " " + SECRET, header(issue(AccessMode.READ))))
                .startsWith("HTTP/1.1 200");
        assertThat(server.send(method + " " + SECRET)).startsWith("HTTP/1.1 401");
    }

    @Test
    void head_refused_hasNoBody() {
        assertThat(server.send("HEAD " + SECRET)).contains("Content-Length: ").endsWith("\r\n\r\n");
    }

    @Test
    void key_ofAnotherScope_isForbidden() {
        IssuedApiKey key = KEYS.issue(request("aura-services", Set.of("kernel"), AccessMode.READ_WRITE), NOW);
        assertThat(server.send("GET " + SECRET, header(key))).startsWith("HTTP/1.1 403");
    }

    @Test
    void key_ofNoLevelThatIsAskedFor_isForbidden() {
        IssuedApiKey bot = KEYS.issue(request("orders", Set.of("aura-bot"), AccessMode.READ), NOW);
        assertThat(server.send("GET " + SECRET, header(bot))).startsWith("HTTP/1.1 200");
        assertThat(server.send("GET /narrow/guarded/secret", header(bot))).startsWith("HTTP/1.1 403");
        assertThat(server.send("GET /narrow/guarded/secret", header(issue(AccessMode.READ))))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void key_withPaths_isGoodForThoseBelowTheBase() {
        String header = header(limitedTo("/orders/*", "/public/list"));
        assertThat(server.send("GET /shop/v1/orders/42?x=/../secret", header)).startsWith("HTTP/1.1 200");
        assertThat(server.send("GET /shop/v1/%6frders/42", header)).startsWith("HTTP/1.1 200");
        assertThat(server.send("GET /shop/v1/secret", header)).startsWith("HTTP/1.1 403");
        assertThat(server.send("GET /shop/v1/orders", header)).startsWith("HTTP/1.1 403");
    }

    /** Jetty here would serve every one of these below the path that the key is good for, or open paths. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/shop/v1/orders/../secret",
                "/shop/v1/orders/..;/secret",
                "/shop/v1/orders/..;x=y/secret",
                "/shop/v1/orders/%2e%2e/secret",
                "/shop/v1/orders/.%2e/secret",
                "/shop/v1/orders/%2e%2e%3b/secret",
                "/shop/v1/public/%2e%2e/secret",
                "/shop/v1/public/..%2fsecret",
                "/shop/v1/public/%2e%2e%2fsecret",
                "/shop/v1/public/..%5csecret",
                "/shop/v1/public/..\\secret",
                "/shop/v1/public//../secret",
                "/shop/v1/public/./../secret",
                "/shop/v1/public/%c0%ae%c0%ae/secret",
                "/shop/v1/public/%u002e%u002e/secret",
                "/shop/v1/public/%00/secret",
                "/shop/v1/public/%zz",
                "/shop/v1//secret",
                "/shop/v1/;/secret",
                "/shop/v1/;x/secret",
                "/shop/v1/secret/",
                "/shop/v1/health/",
                "/shop/v1/\u00fcber"
            })
    void path_withoutANormalForm_isRefused(String path) {
        String key = header(limitedTo("/orders/**", "/public/**"));
        for (String answer : List.of(server.send("GET " + path), server.send("GET " + path, key))) {
            assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("user=");
        }
    }

    @Test
    void path_withoutANormalForm_hasTheBodyOfOurApi() {
        assertThat(server.send("GET /shop/v1/a/../b"))
                .endsWith("{\"code\":\"INVALID_REQUEST\",\"message\":\"The path has no normal form\"}");
    }

    /** Where a container cuts parameters off, it serves what the key is not good for. */
    @ParameterizedTest
    @ValueSource(strings = {"/orders;/secret", "/health;", "/health;x", "/public;/secret", "/health%3b", "/%2568ealth"})
    void path_withParameters_isNotThatWithoutThem(String path) {
        assertThat(server.send("GET /shop/v1" + path)).startsWith("HTTP/1.1 401");
        assertThat(server.send("GET /shop/v1" + path, header(limitedTo("/orders/**"))))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shop/secret", "/shop/v2/secret", "/shop/v1;x/secret", "/shop/V1/secret"})
    void path_outsideTheBase_isNotThere(String path) {
        assertThat(server.send("GET " + path, header(issue(AccessMode.READ))))
                .startsWith("HTTP/1.1 404")
                .endsWith("{\"code\":\"NOT_FOUND\",\"message\":\"There is nothing at this path\"}");
    }

    @Test
    void target_thatIsNoPath_isRefused() {
        assertThat(server.send("OPTIONS *")).doesNotContain("user=");
        assertThat(server.send("GET http://localhost/shop/v1/secret")).startsWith("HTTP/1.1 401");
    }

    @Test
    void path_thatIsOpen_needsNoKey() {
        assertThat(server.send("GET /shop/v1/health"))
                .startsWith("HTTP/1.1 200")
                .contains("user=null");
        assertThat(server.send("POST /shop/v1/public/a/b", "Authorization: APIKEY bad"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void request_dispatchedAsynchronously_goesOnAsWhoItWas() {
        String header = header(limitedTo("/orders/*"));
        assertThat(server.send("GET /shop/v1/orders/starts-async", header))
                .startsWith("HTTP/1.1 200")
                .contains("ASYNC user=ApiKeyPrincipal[");
        assertThat(server.send("GET /shop/v1/orders/starts-async")).startsWith("HTTP/1.1 401");
        assertThat(server.send("GET /shop/v1/public/starts-async"))
                .startsWith("HTTP/1.1 200")
                .contains("user=null");
    }

    @Test
    void request_forwardedOrIncluded_goesOnAsWhoItWas() {
        String header = header(limitedTo("/orders/*"));
        assertThat(server.send("GET /shop/v1/orders/forwards", header)).contains("FORWARD user=ApiKeyPrincipal[");
        assertThat(server.send("GET /shop/v1/orders/includes", header)).contains("INCLUDE user=ApiKeyPrincipal[");
        assertThat(server.send("GET /plain/v1/orders/forwards", header)).contains("FORWARD user=ApiKeyPrincipal[");
        assertThat(server.send("GET /shop/v1/orders/forwards")).startsWith("HTTP/1.1 401");
    }

    /** What is not guarded itself must be no way around what is. */
    @Test
    void request_thatComesByADispatchOnly_isDecidedThen() {
        assertThat(server.send("GET /narrow/forwards"))
                .startsWith("HTTP/1.1 401")
                .doesNotContain("user=");
        assertThat(server.send("GET /narrow/includes"))
                .contains("UNAUTHENTICATED")
                .doesNotContain("user=");
        String header = header(issue(AccessMode.READ));
        assertThat(server.send("GET /narrow/forwards", header)).startsWith("HTTP/1.1 200");
        assertThat(server.send("GET /narrow/includes", header)).contains("INCLUDE user=ApiKeyPrincipal[");
    }

    @Test
    void request_thatEndsInAnError_reachesTheErrorPage() {
        assertThat(server.send("GET /shop/v1/orders/fails", header(limitedTo("/orders/*"))))
                .startsWith("HTTP/1.1 418")
                .contains("ERROR user=ApiKeyPrincipal[");
        assertThat(server.send("GET /shop/v1/orders/fails")).startsWith("HTTP/1.1 401");
    }

    @Test
    void key_revoked_isRefusedAsABadOne() {
        IssuedApiKey key = issue(AccessMode.READ);
        assertThat(server.send("GET " + SECRET, header(key))).startsWith("HTTP/1.1 200");
        String id = key.model().stamp().id().orElseThrow();
        revocations = Revocations.of(1, List.of(Revocation.ofKeyId(id, NOW)));
        assertThat(dateless(server.send("GET " + SECRET, header(key))))
                .isEqualTo(dateless(server.send("GET " + SECRET)));
    }

    @Test
    void verifier_thatTurnsSourcesAway_isAnsweredWithATime() {
        unusual = Optional.of(AuthenticationResult.Refusal.THROTTLED);
        assertThat(server.send("GET " + SECRET)).startsWith("HTTP/1.1 429").contains("Retry-After: 60");
    }

    @Test
    void verifier_thatCannotBeMade_isAnsweredWithATime() {
        unusual = Optional.of(AuthenticationResult.Refusal.UNDECIDED);
        assertThat(server.send("GET " + SECRET, header(issue(AccessMode.READ))))
                .startsWith("HTTP/1.1 503")
                .contains("Retry-After: 1")
                .endsWith("{\"code\":\"SERVICE_UNAVAILABLE\",\"message\":\"The service cannot do this now\"}");
    }

    @Test
    void settings_thatNoKeyCanMeet_areRefused() {
        ApiKeyVerifier verifier = ApiKeyVerifier.of(KEYS, InstantSource.fixed(NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> new ApiKeyFilter(verifier, GuardedPaths.ALL, "\"x"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApiKeyFilter(verifier, GuardedPaths.ALL, "x", Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> GuardedPaths.below("v1"));
        assertThatIllegalArgumentException().isThrownBy(() -> GuardedPaths.ALL.exceptFor("health"));
    }

    @Test
    void call_printed_showsNoKey() {
        IssuedApiKey key = issue(AccessMode.READ);
        List<String> printed = new java.util.ArrayList<>();
        ApiKeyVerifier verifier = call -> {
            printed.add(call.toString());
            return AuthenticationResult.refused(AuthenticationResult.Refusal.FORBIDDEN);
        };
        try (GuardedServer other = new GuardedServer(
                new ApiKeyFilter(verifier, GuardedPaths.ALL, "orders"),
                new ApiKeyFilter(verifier, GuardedPaths.ALL, "orders"))) {
            other.send("GET /shop/x", header(key));
        }
        assertThat(printed).singleElement().isEqualTo("Call[redacted]");
    }

    private static ApiKeyStanding standing(PresentedApiKey key) {
        ApiKeyFingerprint fingerprint = key.fingerprint();
        return new ApiKeyStanding() {
            @Override
            public boolean isRegistered() {
                return true;
            }

            @Override
            public boolean isRevoked(ApiKeyModel model, Instant now) {
                return revocations.revokes(fingerprint, model, now);
            }
        };
    }

    private static ApiKeys keysOf(String environment) {
        EncryptionKeys keys = EncryptionKeys.parse("aes-256-cbc", "an-example-key-of-32-characters!");
        return new ApiKeys(keys, 35, environment, ApiKeyPolicy.STRICT, new SecureRandom());
    }

    private static ApiKeyRequest request(String scope, Set<String> apps, AccessMode mode) {
        return new ApiKeyRequest("1.0", Grants.of(Set.of(scope), apps, mode), Optional.empty(), Optional.empty());
    }

    private static IssuedApiKey issue(AccessMode mode) {
        return KEYS.issue(request("orders", Set.of("kernel"), mode), NOW);
    }

    private static IssuedApiKey limitedTo(String... paths) {
        Grants grants = new Grants(Set.of("orders"), Set.of("kernel"), AccessMode.READ_WRITE, List.of(paths));
        return KEYS.issue(new ApiKeyRequest("1.0", grants, Optional.empty(), Optional.empty()), NOW);
    }

    private static String header(IssuedApiKey key) {
        return "Authorization: APIKEY " + text(key);
    }

    private static String text(IssuedApiKey key) {
        return new String(key.text().reveal(), StandardCharsets.US_ASCII);
    }

    private static String dateless(String answer) {
        return answer.replaceAll("Date: [^\r]*\r\n", "");
    }
}
