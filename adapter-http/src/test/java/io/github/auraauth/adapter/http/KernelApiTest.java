package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.FakeKernel.ADMIN;
import static io.github.auraauth.adapter.http.FakeKernel.ANNE;
import static io.github.auraauth.adapter.http.FakeKernel.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.in.erasure.PersonErasure.ErasureOutcome;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What persons may do to their own users by way of Kernel. */
class KernelApiTest extends WithServer {
    private static final String CHANNEL = "9c1f4f6e-0a6b-4f0e-8f0b-2b1a4c9d7e55";
    private static final String GLOBAL = "/users/aura-id-global/" + FakeCore.GLOBAL_ID;

    @ParameterizedTest
    @CsvSource({"GET, 200", "POST, 201"})
    void register_goodToken_registersTheTokensPerson_inTheHeadersChannel(String method, int status) {
        HttpResponse<String> answer = server.kernel(method, "/users/aura-id")
                .key(ANNE)
                .header("x-4p-channel-id", CHANNEL)
                .send();

        assertThat(answer.statusCode()).isEqualTo(status);
        Registration registration = server.core.registrations.get(0);
        assertThat(registration.userId()).isEqualTo(new UserId("anne"));
        assertThat(registration.authorizationId()).isEqualTo(new AuthorizationId("session of anne"));
        assertThat(registration.authentication()).isEqualTo(new Authentication(AuthenticationType.UID, "uid of anne"));
        assertThat(registration.channelId().text()).isEqualTo(CHANNEL);
        assertThat(registration.idTokenHint()).isEmpty();
        assertThat(registration.expiresAt()).isEmpty();
    }

    @Test
    void register_otherDataInHeadersOrBody_countForNothing() {
        server.kernel("POST", "/users/aura-id")
                .key(ANNE)
                .headers(RunningServer.REGISTRATION)
                .json(RunningServer.REGISTRATION_BODY)
                .send();

        assertThat(server.core.registrations).singleElement().satisfies(registration -> {
            assertThat(registration.userId()).isEqualTo(new UserId("anne"));
            assertThat(registration.authorizationId()).isEqualTo(new AuthorizationId("session of anne"));
        });
    }

    @Test
    void register_foundOrContradicted_is200or409() {
        server.core.registering =
                (auraId, registration) -> new RegistrationOutcome.Found(FakeCore.user(auraId, registration));
        assertThat(registering("POST", ANNE).statusCode()).isEqualTo(200);

        server.core.registering = (auraId, registration) -> new RegistrationOutcome.UserConflict();
        assertThat(registering("GET", ANNE).statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"GET, nosession", "GET, nocontext", "POST, nosession", "POST, nocontext"})
    void register_tokenThatSaysTooLittle_is403BeforeTheParameters_andNoScopeWouldHelp(String method, String lack) {
        HttpResponse<String> answer = server.kernel(method, "/users/aura-id")
                .key("Bearer good.anne.r.w." + lack)
                .send();

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("FORBIDDEN", "authorization_id");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(server.core.registrations).isEmpty();
    }

    @Test
    void otherOperations_tokenThatSaysTooLittle_areServed() {
        assertThat(server.kernel("DELETE", "/users/anne-1")
                        .key("Bearer good.anne.w.nosession.nocontext")
                        .send()
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void register_withoutAGoodChannel_is400ThatNamesIt() {
        assertThat(server.kernel("GET", "/users/aura-id").key(ANNE).send().body())
                .contains("INVALID_REQUEST", "x-4p-channel-id is missing");
        HttpResponse<String> answer = server.kernel("POST", "/users/aura-id")
                .key(ANNE)
                .header("x-4p-channel-id", "none")
                .send();
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("x-4p-channel-id must be a UUID");
    }

    @Test
    void register_withHeadOrAhead_isRefused_andNoTokenIsLookedAt() {
        assertThat(server.kernel("HEAD", "/users/aura-id").key(ANNE).send().statusCode())
                .isEqualTo(405);
        assertThat(server.kernel("GET", "/users/aura-id")
                        .key(ANNE)
                        .header("Sec-Purpose", "prefetch;prerender")
                        .send()
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.core.kernel.calls).isEmpty();
    }

    @Test
    void remove_hisOwn_is204_anothersIs404() {
        assertThat(server.kernel("DELETE", "/users/anne-1").key(BOB).send().statusCode())
                .isEqualTo(404);
        HttpResponse<String> absent =
                server.kernel("DELETE", "/users/nobody").key(BOB).send();
        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(absent.body()).contains("USER_NOT_FOUND");
        assertThat(server.kernel("DELETE", "/users/anne-1").key(ANNE).send().statusCode())
                .isEqualTo(204);
        assertThat(server.core.calls).isEmpty();
    }

    @Test
    void findNewest_hisOwn_isFound_anothersIs404() {
        HttpResponse<String> own = newest(ANNE);
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.body()).isEqualTo("{\"auraId\":\"anne-1\"}");
        assertThat(newest(BOB).statusCode()).isEqualTo(404);
        assertThat(server.kernel("GET", GLOBAL).key(ANNE).send().statusCode()).isEqualTo(400);
    }

    @Test
    void erase_byAnAdministrator_is204or404_andWithoutThePurpose403() {
        String path = "/admin/users/phone-numbers/+34600000000";
        assertThat(server.kernel("DELETE", path).key(ANNE).send().statusCode()).isEqualTo(403);
        assertThat(server.core.calls).isEmpty();
        assertThat(server.kernel("DELETE", path).key(ADMIN).send().statusCode()).isEqualTo(204);
        assertThat(server.core.calls).containsExactly("erase +34600000000");
        server.core.erasure = ErasureOutcome.NOTHING_STORED;
        assertThat(server.kernel("DELETE", path).key(ADMIN).send().statusCode()).isEqualTo(404);
    }

    @Test
    void administration_byThePath_isAskedForBelowAdminOnly() {
        server.kernel("DELETE", "/admin/users/phone-numbers/+34600000000")
                .key(ANNE)
                .send();
        server.kernel("DELETE", "/users/admin").key(ANNE).send();

        assertThat(server.core.kernel.calls)
                .extracting(call -> call.administration())
                .containsExactly(true, false);
    }

    @Test
    void ping_goodToken_saysWhichServiceThisIs() {
        HttpResponse<String> answer =
                server.kernel("GET", "/ping").key("Bearer good.anne.r").send();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("aura-authentication-api", "1.2.3");
    }

    @Test
    void definition_isItsOwn_andOpen() {
        assertThat(server.kernel("GET", "/openapi.yaml").send().body())
                .contains("Aura Services API published in Kernel", "/kernel/aura-services/v1")
                .doesNotContain("/token");
        assertThat(server.kernel("GET", "/openapi.json").send().statusCode()).isEqualTo(200);
        HttpResponse<String> docs = server.kernel("GET", "/docs").send();
        assertThat(docs.statusCode()).isEqualTo(200);
        assertThat(docs.body()).contains("docs/viewer.js");
        assertThat(server.kernel("GET", "/docs/viewer.js").send().statusCode()).isEqualTo(200);
        assertThat(server.api("GET", "/openapi.yaml").send().body()).contains("/token/wss");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/kernel/ping", "/kernel/aura-services/v1", "/kernel/aura-services/v1/token"})
    void path_thatIsNotPublished_is404(String path) {
        assertThat(server.call("GET", path).key(ADMIN).send().statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /users/anne-1",
        "GET, /users/aura-id/anne-1",
        "GET, /local-ping",
        "GET, /healthz",
        "GET, /config",
        "GET, /metrics",
        "GET, /token",
        "GET, /openid/jwk",
        "GET, /users/auraid/integrated"
    })
    void operation_ofAnotherLevel_isNotPublished(String method, String path) {
        assertThat(server.kernel(method, path).key(ADMIN).send().statusCode()).isIn(404, 405);
    }

    @Test
    void server_withoutKernelsAudience_hasNoneOfItsPaths() {
        try (RunningServer plain = new RunningServer(Optional.empty())) {
            for (String path : Map.of("/ping", "", "/users/aura-id", "", "/openapi.yaml", "", "/docs", "")
                    .keySet()) {
                assertThat(plain.call("GET", "/kernel/aura-services/v1" + path)
                                .key(ADMIN)
                                .send()
                                .statusCode())
                        .as(path)
                        .isEqualTo(404);
            }
            assertThat(plain.api("GET", "/local-ping").send().statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<String> registering(String method, String token) {
        return server.kernel(method, "/users/aura-id")
                .key(token)
                .header("x-4p-channel-id", CHANNEL)
                .send();
    }

    private HttpResponse<String> newest(String token) {
        return server.kernel("GET", GLOBAL)
                .key(token)
                .header("x-4p-channel-id", CHANNEL)
                .send();
    }
}
