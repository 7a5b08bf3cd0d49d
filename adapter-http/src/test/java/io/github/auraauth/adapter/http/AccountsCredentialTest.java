package io.github.auraauth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.permission.Rights;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials of accounts: which one is looked at, and how one that is no good is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsCredentialTest {
    private static final String BOTH = "Token realm=\"aura\", Basic realm=\"aura\", charset=\"UTF-8\"";
    private static final String TOKEN_ALONE = "Token realm=\"aura\"";

    private RunningAccounts plain;
    private RunningAccounts published;

    @BeforeAll
    void start() {
        plain = RunningAccounts.plain();
        published = RunningAccounts.published();
    }

    @BeforeEach
    void reset() {
        plain.core.reset();
        published.core.reset();
    }

    @AfterAll
    void stop() {
        plain.close();
        published.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token secret-0", "token secret-0", "TOKEN   secret-0"})
    void token_inAnySpellingOfTheScheme_isLookedAt(String header) {
        plain.token(Rights.NONE);

        assertThat(plain.call("GET", "/me", header, "").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Token",
                "Token secret-0 more",
                "Token secret-0, Token secret-0",
                "secret-0",
                "Bearer secret-0",
                "APIKEY secret-0",
                "Basic secret-0",
                "Basic !!!",
                "Basic bWU=",
                "Digest username=me"
            })
    void authorization_ofAnotherForm_isUnauthenticated_whateverTheSession(String header) {
        plain.token(Rights.ALL);
        HttpResponse<String> answer = plain.send(plain.request("/permissions")
                .header("Authorization", header)
                .header("Cookie", plain.session("good", Rights.ALL)));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains(BOTH);
        assertThat(plain.core.calls).doesNotContain("by session");
    }

    @Test
    void authorization_thatStandsThereTwice_isUnauthenticated() {
        String token = plain.token(Rights.ALL);

        assertThat(plain.send(plain.request("/me")
                                .header("Authorization", token)
                                .header("Authorization", token))
                        .statusCode())
                .isEqualTo(401);
        assertThat(plain.core.calls).isEmpty();
    }

    @Test
    void session_thatIsSentTwice_isUnauthenticated() {
        String cookie = plain.session("good", Rights.ALL);

        assertThat(plain.send(plain.request("/me").header("Cookie", cookie + "; " + cookie))
                        .statusCode())
                .isEqualTo(401);
        assertThat(plain.send(plain.request("/me").header("Cookie", cookie)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void password_ofSeveralColonsAndLetters_isReadAsUtf8() {
        plain.core.credentials.put("password me:a:ñ", Rights.NONE);
        String pair = Base64.getEncoder().encodeToString("me:a:ñ".getBytes(StandardCharsets.UTF_8));

        assertThat(plain.call("GET", "/me", "Basic " + pair, "").statusCode()).isEqualTo(200);
    }

    @Test
    void password_overHttpOutsideDevelopment_isNotEvenLookedAt() {
        published.core.credentials.put("password me:x", Rights.NONE);
        HttpResponse<String> http = published.call("GET", "/me", "Basic bWU6eA==", "");
        HttpResponse<String> https = published.send(published
                .request("/me")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-For", "203.0.113.7")
                .header("Authorization", "Basic bWU6eA=="));

        assertThat(http.statusCode()).isEqualTo(401);
        assertThat(http.headers().firstValue("WWW-Authenticate")).contains(TOKEN_ALONE);
        assertThat(https.statusCode()).isEqualTo(200);
        assertThat(published.core.calls).containsExactly("by password", "show");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Mode, cors, false",
        "Sec-Fetch-Mode, same-origin, false",
        "Sec-Fetch-Dest, empty, false",
        "X-Requested-With, XMLHttpRequest, false",
        "Sec-Fetch-Mode, navigate, true",
        "Accept, text/html, true",
    })
    void challenge_toAPagesScript_doesNotMakeTheBrowserAsk(String header, String value, boolean asks) {
        HttpResponse<String> answer = plain.send(plain.request("/me").header(header, value));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains(asks ? BOTH : TOKEN_ALONE);
    }

    @Test
    void credentials_thatAreNoGood_areToldOneSentence_whateverIsWrong() {
        HttpResponse<String> unknown = plain.call("GET", "/me", "Basic " + basic("nobody:x"), "");
        HttpResponse<String> wrong = plain.call("GET", "/me", "Basic " + basic("me:x"), "");
        HttpResponse<String> malformed = plain.call("GET", "/me", "Basic " + basic("no colon"), "");

        assertThat(List.of(wrong.body(), malformed.body())).containsOnly(unknown.body());
        assertThat(unknown.body()).doesNotContain("nobody").contains("Invalid username/password.");
        assertThat(plain.call("GET", "/me", "Token x", "").body()).contains("Invalid token.");
        assertThat(plain.send(plain.request("/me")).body())
                .contains("\"UNAUTHENTICATED\"", "Authentication credentials were not provided.");
    }

    @Test
    void login_withAnUnknownNameOrAWrongPassword_isAnsweredAlike() {
        HttpResponse<String> unknown =
                plain.send(plain.request("POST", "/login", "{\"username\":\"nobody\",\"password\":\"x\"}"));
        HttpResponse<String> wrong =
                plain.send(plain.request("POST", "/login", "{\"username\":\"me\",\"password\":\"x\"}"));
        HttpResponse<String> odd =
                plain.send(plain.request("POST", "/login", "{\"username\":\"no name!\",\"password\":\"x\"}"));

        assertThat(List.of(wrong.body(), odd.body())).containsOnly(unknown.body());
        assertThat(List.of(wrong.statusCode(), odd.statusCode(), unknown.statusCode()))
                .containsOnly(401);
        assertThat(unknown.headers().firstValue("WWW-Authenticate")).contains(TOKEN_ALONE);
        assertThat(unknown.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void credentials_thatNobodyLooksAtForAWhile_areTooMany_withTheSecondsRoundedUp() {
        plain.core.throttled = Optional.of(Duration.ofMillis(1200));
        HttpResponse<String> call = plain.call("GET", "/me", "Basic " + basic("me:x"), "");
        HttpResponse<String> login =
                plain.send(plain.request("POST", "/login", "{\"username\":\"me\",\"password\":\"x\"}"));

        assertThat(List.of(call.statusCode(), login.statusCode())).containsOnly(429);
        assertThat(call.headers().firstValue("Retry-After")).contains("2");
        assertThat(login.headers().firstValue("Retry-After")).contains("2");
        assertThat(call.body()).contains("Request was throttled.");
    }

    @Test
    void change_byAPassword_fromAPageOfAnotherOrigin_isRefused_sinceBrowsersSendItByThemselves() {
        plain.core.credentials.put("password me:x", Rights.NONE);
        HttpResponse<String> answer = plain.send(plain.request("PATCH", "/accounts/me", "{\"first_name\":\"X\"}")
                .header("Authorization", "Basic " + basic("me:x"))
                .header("Sec-Fetch-Site", "cross-site"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("CSRF_FAILED");
    }

    private static String basic(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
