package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningProvider.assertError;
import static io.github.auraauth.adapter.http.RunningProvider.basic;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The userinfo endpoint through a real server. */
class ProviderUserInfoTest extends WithProvider {
    private static final String CLAIMS = "{\"sub\":\"somebody\",\"name\":\"Ana \u00d1 \\\"x\\\"\","
            + "\"email_verified\":true,\"updated_at\":12,\"amr\":[\"pwd\",\"otp\"],\"address\":{\"country\":\"ES\"}}";

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void userInfo_byBearer_tellsTheClaims_withoutABody(String method) {
        HttpResponse<String> answer = server.method(method, "/oidc/userinfo")
                .authorization("bearer   " + FakeProvider.TOKEN)
                .send();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(CLAIMS);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void userInfo_byItsForm_tellsTheClaims() {
        assertThat(server.post("/oidc/userinfo", "access_token=" + FakeProvider.TOKEN + "&more=1")
                        .send()
                        .body())
                .isEqualTo(CLAIMS);
    }

    @Test
    void userInfo_byATokenInTheQuery_isNotTold() {
        assertThat(server.get("/oidc/userinfo?access_token=" + FakeProvider.TOKEN)
                        .send()
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void userInfo_byBothOrByTwo_isInvalidRequest() {
        HttpResponse<String> both = server.post("/oidc/userinfo", "access_token=" + FakeProvider.TOKEN)
                .authorization("Bearer " + FakeProvider.TOKEN)
                .send();
        assertError(both, 400, "invalid_request");
        assertThat(both.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer realm=\"aura\", error=\"invalid_request\", "
                        + "error_description=\"The request has more than one access token\"");
        assertError(
                server.post("/oidc/userinfo", "access_token=a&access_token=b").send(), 400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer bad", "Bearer a.b.c", "Bearer <script>"})
    void userInfo_byATokenThatIsNoGood_isInvalidToken(String authorization) {
        HttpResponse<String> answer =
                server.get("/oidc/userinfo").authorization(authorization).send();

        assertError(answer, 401, "invalid_token");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer realm=\"aura\", error=\"invalid_token\", "
                        + "error_description=\"The access token is not valid\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer a b"})
    void userInfo_byABearerThatIsNone_isInvalidRequest(String authorization) {
        assertError(server.get("/oidc/userinfo").authorization(authorization).send(), 400, "invalid_request");
    }

    @Test
    void userInfo_withoutAToken_isChallengedWithoutAnError() {
        for (RunningProvider.Call call : new RunningProvider.Call[] {
            server.get("/oidc/userinfo"),
            server.get("/oidc/userinfo").authorization(basic("c1:s")),
            server.post("/oidc/userinfo", "access_token=")
        }) {
            HttpResponse<String> answer = call.send();
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"aura\"");
        }
    }

    @Test
    void userInfo_byAnotherMediaType_is415() {
        assertError(server.json("/oidc/userinfo").send(), 415, "invalid_request");
    }
}
