package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.fakes.kernel.KernelLie;
import io.github.auraauth.fakes.kernel.ScriptedKernel;
import io.github.auraauth.testkit.Eventually;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The API published in Kernel, in a real process, with access tokens that Kernel, played, signs. */
class KernelApiAcceptanceTest {
    private static final String AUDIENCE = "aura-services";
    private static final String BOTH = "openid auraid-read auraid-write";
    private static final String PHONE = "+34600000091";

    @TempDir
    private static Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static ScriptedKernel kernel;
    private static ServerProcess server;

    @BeforeAll
    static void open() {
        kernel = ScriptedKernel.start(0, List.of(), InstantSource.system(), new SecureRandom());
        server = ServerProcess.start(
                folder,
                Map.of(
                        "AURA_FP_AUTHSERVER_ENDPOINT",
                        kernel.address().toString(),
                        "AURA_KERNEL_AUDIENCE",
                        AUDIENCE,
                        "AURA_LOGGING_LEVEL",
                        "DEBUG"));
        // on a busy machine a server that has compiled nothing yet may not do its first work in the time of a request
        Eventually.holds(
                "somebody was registered",
                () -> call("GET", "/users/aura-id", token("first", "first-1", BOTH, Map.of()))
                                .statusCode()
                        == 200);
    }

    @AfterAll
    static void close() {
        server.close();
        kernel.close();
    }

    @BeforeEach
    void honest() {
        kernel.tellTheTruth();
    }

    @Test
    void register_again_isTheSameUser_whoIsNoneToAnother() {
        String anne = token("anne", "anne-1", BOTH, Map.of());
        HttpResponse<String> first = call("POST", "/users/aura-id", anne);
        assertThat(first.statusCode()).isEqualTo(201);
        String auraId = Api.auraId(first);
        HttpResponse<String> again = call("GET", "/users/aura-id", anne);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Api.auraId(again)).isEqualTo(auraId);

        String bob = token("bob", "bob-1", BOTH, Map.of());
        assertThat(call("DELETE", "/users/" + auraId, bob).statusCode()).isEqualTo(404);
        assertThat(call("GET", "/users/aura-id", anne).statusCode()).isEqualTo(200);
        assertThat(call("DELETE", "/users/" + auraId, anne).statusCode()).isEqualTo(204);
        assertThat(call("DELETE", "/users/" + auraId, anne).statusCode()).isEqualTo(404);
    }

    @Test
    void anyCall_scopeOrPurposeMissing_is403() {
        String reader = token("carl", "carl-1", "auraid-read", Map.of());
        assertThat(call("POST", "/users/aura-id", reader).statusCode()).isEqualTo(403);
        String writer = token("carl", "carl-1", BOTH, Map.of());
        String erase = "/admin/users/phone-numbers/" + PHONE.replace("+", "%2B");
        assertThat(call("DELETE", erase, writer).statusCode()).isEqualTo(403);
        assertThat(call("POST", "/users/aura-id", writer).statusCode()).isEqualTo(201);

        String admin = token("root", "root-1", BOTH, Map.of("purpose", "auraid-admin"));
        assertThat(call("DELETE", erase, admin).statusCode()).isEqualTo(204);
        assertThat(call("POST", "/users/aura-id", writer).statusCode())
                .as("carl was erased")
                .isEqualTo(201);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "WRONG_SIGNATURE",
                "UNKNOWN_KEY",
                "KEY_OF_ANOTHER_KID",
                "ALG_NONE",
                "HS256_WITH_PUBLIC_KEY",
                "WRONG_ISSUER",
                "WRONG_AUDIENCE",
                "EXPIRED",
                "MISSING_EXP"
            })
    void anyCall_tokenThatLies_is401AndRegistersNobody(KernelLie lie) {
        kernel.lie(lie);
        String token = token("dora-" + lie, "dora-" + lie, BOTH, Map.of());
        HttpResponse<String> answer = call("POST", "/users/aura-id", token);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                .startsWith("Bearer realm=\"fp\", error=\"invalid_token\"")
                .doesNotContain(token.substring(0, 20));
        kernel.tellTheTruth();
        assertThat(server.output()).noneMatch(line -> line.contains(token));
        String honest = token("dora-" + lie, "dora-" + lie, BOTH, Map.of());
        assertThat(call("POST", "/users/aura-id", honest).statusCode())
                .as("nobody of that authorization_id was there")
                .isEqualTo(201);
    }

    private static String token(String sub, String authorizationId, String scope, Map<String, Object> more) {
        Map<String, Object> claims = new HashMap<>(more);
        claims.put("sub", sub);
        claims.put("aud", AUDIENCE);
        claims.put("scope", scope);
        claims.put("authorization_id", authorizationId);
        claims.put("authentication_context", List.of(Map.of("type", "phone_number", "identifier", PHONE)));
        return kernel.accessToken(claims);
    }

    private static HttpResponse<String> call(String method, String path, String token) {
        HttpRequest request = HttpRequest.newBuilder(server.uri("/kernel/aura-services/v1" + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("x-4p-channel-id", Api.CHANNEL)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
