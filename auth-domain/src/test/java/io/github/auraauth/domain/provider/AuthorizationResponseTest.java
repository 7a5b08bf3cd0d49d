package io.github.auraauth.domain.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.client.SampleClients;
import io.github.auraauth.domain.secret.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AuthorizationResponseTest {
    private static final String ISSUER = "https://auth.example/oidc";
    private static final Secret CODE = Secret.ofText("a-code");

    @Test
    void of_code_hasStateAndIssuerBeside() {
        AuthorizationResponse response =
                AuthorizationResponse.of(Requests.good().request(), CODE, ISSUER);
        assertThat(response.parameters().toString()).isEqualTo("{code=a-code, state=a state, iss=" + ISSUER + "}");
        assertThat(response.location())
                .isEqualTo(SampleClients.REDIRECT + "?code=a-code&state=a+state&iss=https%3A%2F%2Fauth.example%2Foidc");
        assertThat(response).hasToString("AuthorizationResponse[redacted]");
    }

    @Test
    void of_codeWithoutState_hasNone() {
        AuthorizationRequest request = Requests.good()
                .without("state")
                .with("response_mode", "form_post")
                .request();
        AuthorizationResponse response = AuthorizationResponse.of(request, CODE, ISSUER);
        assertThat(response.parameters()).containsOnlyKeys("code", "iss");
        assertThat(response.mode()).isEqualTo(ResponseMode.FORM_POST);
    }

    @Test
    void of_fault_saysWhyWithStateAndIssuer() {
        OAuthFault fault = new OAuthFault(OAuthError.LOGIN_REQUIRED, "somebody must log in");
        AuthorizationResponse response = AuthorizationResponse.of(
                fault, SampleClients.REDIRECT, ResponseMode.QUERY, Optional.of("\u00E9&=#\n"), ISSUER);
        assertThat(response.location())
                .isEqualTo(SampleClients.REDIRECT + "?error=login_required&error_description=somebody+must+log+in"
                        + "&state=%C3%A9%26%3D%23%0A&iss=https%3A%2F%2Fauth.example%2Foidc");
        assertThat(AuthorizationResponse.of(fault, SampleClients.REDIRECT, ResponseMode.QUERY, Optional.empty(), ISSUER)
                        .parameters())
                .containsOnlyKeys("error", "error_description", "iss");
    }

    @ParameterizedTest
    @CsvSource({
        "https://client.example/cb, https://client.example/cb?code=x&iss=y",
        "https://client.example, https://client.example?code=x&iss=y",
        "https://client.example/cb?a=b, https://client.example/cb?a=b&code=x&iss=y",
        "https://client.example/cb?a=b&c=%3F, https://client.example/cb?a=b&c=%3F&code=x&iss=y",
        "https://client.example/cb?, https://client.example/cb?code=x&iss=y",
        "https://client.example/cb?a&, https://client.example/cb?a&code=x&iss=y",
        "http://127.0.0.1:4711/cb, http://127.0.0.1:4711/cb?code=x&iss=y",
        "com.example.app:/cb, com.example.app:/cb?code=x&iss=y"
    })
    void location_queryThatIsThere_isKept(String redirectUri, String location) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("code", "x");
        parameters.put("iss", "y");
        assertThat(new AuthorizationResponse(redirectUri, ResponseMode.QUERY, parameters).location())
                .isEqualTo(location);
    }

    @Test
    void parameters_givenMapChangedLater_areTheSame() {
        Map<String, String> given = new LinkedHashMap<>(Map.of("code", "x"));
        AuthorizationResponse response = new AuthorizationResponse("https://a.example/", ResponseMode.QUERY, given);
        given.clear();
        assertThat(response.parameters()).containsEntry("code", "x");
    }

    @ParameterizedTest
    @EnumSource
    void value_eachError_isInLowerCase(OAuthError error) {
        assertThat(error.value()).matches("[a-z]+(_[a-z]+)*");
    }

    @Test
    void then_stepDone_isTheNextAndARefusalStays() {
        OAuthResult<Integer> one = OAuthResult.done(1);
        assertThat(one.<Integer>then(value -> OAuthResult.done(value + 1))).isEqualTo(OAuthResult.done(2));
        OAuthResult<Integer> refused = OAuthResult.refused(OAuthError.INVALID_GRANT, "no");
        assertThat(one.<Integer>then(value -> refused)).isEqualTo(refused);
        assertThat(refused.<Integer>then(value -> OAuthResult.done(value + 1))).isEqualTo(refused);
    }
}
