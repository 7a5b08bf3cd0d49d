package io.github.auraauth.domain.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientAuthentication;
import io.github.auraauth.domain.client.SampleClients;
import io.github.auraauth.domain.grant.Grant;
import io.github.auraauth.domain.grant.RequestedClaims;
import io.github.auraauth.domain.secret.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationRequestReaderTest {
    @Test
    void read_goodRequest_isWhatItAsksFor() {
        AuthorizationRequest request = Requests.good().request();
        assertThat(request.redirectUri()).isEqualTo(SampleClients.REDIRECT);
        assertThat(request.mode()).isEqualTo(ResponseMode.QUERY);
        assertThat(request.scopes()).containsExactlyInAnyOrder(Scope.OPENID, Scope.PROFILE);
        assertThat(request.state()).contains("a state");
        assertThat(request.grant())
                .isEqualTo(new Grant.Request(
                        SampleClients.REDIRECT,
                        Optional.of(Requests.CHALLENGE),
                        Optional.of("a nonce"),
                        RequestedClaims.NONE));
        assertThat(request.prompts()).isEmpty();
        assertThat(request.maxAge()).isEmpty();
        assertThat(request.isSilent()).isFalse();
        assertThat(request.hints())
                .isEqualTo(new AuthorizationRequest.Hints(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void read_allThatIsOptional_isTaken() {
        AuthorizationRequest request = Requests.good()
                .with("response_mode", "form_post")
                .with("prompt", "login consent select_account")
                .with("max_age", "0")
                .with("id_token_hint", "a.b.c")
                .with("login_hint", "somebody")
                .with("ui_locales", "es en")
                .without("state")
                .without("nonce")
                .request();
        assertThat(request.mode()).isEqualTo(ResponseMode.FORM_POST);
        assertThat(request.prompts()).containsExactlyInAnyOrder(Prompt.LOGIN, Prompt.CONSENT, Prompt.SELECT_ACCOUNT);
        assertThat(request.maxAge()).contains(Duration.ZERO);
        assertThat(request.hints())
                .isEqualTo(new AuthorizationRequest.Hints(
                        Optional.of(Secret.ofText("a.b.c")), Optional.of("somebody"), Optional.of("es en")));
        assertThat(request.state()).isEmpty();
        assertThat(request.grant().nonce()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // name | value | error | named in the description
                "request | a.b.c | REQUEST_NOT_SUPPORTED | request",
                "request_uri | urn:x | REQUEST_URI_NOT_SUPPORTED | request",
                "registration | {} | REGISTRATION_NOT_SUPPORTED | registered",
                "response_type | token | UNSUPPORTED_RESPONSE_TYPE | response_type",
                "response_type | id_token | UNSUPPORTED_RESPONSE_TYPE | response_type",
                "response_type | code id_token | UNSUPPORTED_RESPONSE_TYPE | response_type",
                "response_type | none | UNSUPPORTED_RESPONSE_TYPE | response_type",
                "response_type | Code | UNSUPPORTED_RESPONSE_TYPE | response_type",
                "response_mode | fragment | INVALID_REQUEST | response_mode",
                "response_mode | QUERY | INVALID_REQUEST | response_mode",
                "scope | profile email | INVALID_SCOPE | scope",
                "scope | OpenID | INVALID_SCOPE | scope",
                "scope | openid,profile | INVALID_SCOPE | scope",
                "prompt | none login | INVALID_REQUEST | prompt",
                "prompt | login none | INVALID_REQUEST | prompt",
                "prompt | create | INVALID_REQUEST | prompt",
                "prompt | login  consent | INVALID_REQUEST | prompt",
                "max_age | -1 | INVALID_REQUEST | max_age",
                "max_age | 1.5 | INVALID_REQUEST | max_age",
                "max_age | 1e3 | INVALID_REQUEST | max_age",
                "max_age | 10000000000 | INVALID_REQUEST | max_age",
                "max_age | \u0661 | INVALID_REQUEST | max_age",
                "claims | [] | INVALID_REQUEST | claims",
                "code_challenge_method | plain | INVALID_REQUEST | code_challenge_method",
                "code_challenge_method | s256 | INVALID_REQUEST | code_challenge_method",
                "code_challenge | E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c | INVALID_REQUEST | code_challenge",
                "code_challenge | E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cMM | INVALID_REQUEST | code_challenge",
                "code_challenge | E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM | INVALID_REQUEST | code_challenge",
                "code_challenge | E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c= | INVALID_REQUEST | code_challenge"
            })
    void read_parameterThatCannotBe_isRefusedByName(String name, String value, OAuthError error, String named) {
        assertThat(Requests.good().with(name, value).fault()).hasValueSatisfying(fault -> {
            assertThat(fault.error()).isEqualTo(error);
            assertThat(fault.description()).contains(named).matches("[ -~]+");
            assertThat(fault.description()).doesNotContain("E9Melhoa").doesNotContain("\"");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, INVALID_REQUEST, response_type is missing",
        "scope, INVALID_SCOPE, scope must contain openid",
        "code_challenge, INVALID_REQUEST, code_challenge is missing",
        "code_challenge_method, INVALID_REQUEST, code_challenge_method must be S256"
    })
    void read_parameterMissing_isRefusedByName(String name, OAuthError error, String description) {
        assertThat(Requests.good().without(name).fault()).contains(new OAuthFault(error, description));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "scope", "response_type", "client_id", "redirect_uri", "nonce", "request"})
    void read_parameterRepeated_isRefused(String name) {
        assertThat(Requests.good().with(name, "x").repeating(name).fault())
                .contains(new OAuthFault(OAuthError.INVALID_REQUEST, "a parameter is repeated"));
    }

    /** OpenID Connect Core 1.0, section 15.1. */
    @Test
    void read_wishesThatNobodyMeets_areNoFault() {
        assertThat(Requests.good()
                        .with("acr_values", "aal3 gold")
                        .with("display", "popup")
                        .with("claims_locales", "tlh")
                        .with("ui_locales", "tlh")
                        .with("login_hint", "nobody")
                        .fault())
                .isEmpty();
    }

    @Test
    void read_silently_isSilent() {
        assertThat(Requests.good().with("prompt", "none").request().isSilent()).isTrue();
    }

    @Test
    void read_clientThatMayGoWithoutProofKey_isHeldToWhatItSends() {
        Client client = SampleClients.withoutProofKey();
        assertThat(Requests.good()
                        .without("code_challenge")
                        .without("code_challenge_method")
                        .request(client)
                        .grant()
                        .challenge())
                .isEmpty();
        assertThat(Requests.good().request(client).grant().challenge()).contains(Requests.CHALLENGE);
        for (Requests half : Set.of(
                Requests.good().without("code_challenge"),
                Requests.good().without("code_challenge_method"),
                Requests.good().with("code_challenge_method", "plain"))) {
            assertThat(half.read(client).<Boolean>fold(request -> true, fault -> false))
                    .isFalse();
        }
    }

    @Test
    void read_scopesThatTheClientMayNotHave_areLeftOut() {
        Client client =
                SampleClients.of(ClientAuthentication.NONE, SampleClients.policy(true, Set.of("email", "made up")));
        assertThat(Requests.good()
                        .with("scope", "made up openid profile email address offline_access openid")
                        .request(client)
                        .scopes())
                .containsExactlyInAnyOrder(Scope.OPENID, Scope.EMAIL);
    }

    @Test
    void read_singleClaims_areNoWayAroundAScope() {
        Client client = SampleClients.of(ClientAuthentication.NONE, SampleClients.policy(true, Set.of("profile")));
        RequestedClaims asked = new RequestedClaims(
                Set.of("email", "email_verified", "name", "sub", "acr", "made up"),
                Set.of("email", "family_name"),
                Optional.of("somebody"));
        AuthorizationRequest request =
                Requests.good().with("scope", "openid").with(asked).request(client);
        assertThat(request.grant().claims())
                .isEqualTo(new RequestedClaims(
                        Set.of("name", "sub", "acr", "made up"), Set.of("family_name"), Optional.of("somebody")));
        assertThat(request.scopes()).containsExactly(Scope.OPENID);
        assertThat(request.told()).containsExactlyInAnyOrder(Scope.OPENID, Scope.PROFILE);
    }

    @Test
    void told_claimsOfEitherPlace_count() {
        AuthorizationRequest nothing = Requests.good().with("scope", "openid").request();
        assertThat(nothing.told()).containsExactly(Scope.OPENID);
        AuthorizationRequest inIdToken = Requests.good()
                .with("scope", "openid")
                .with(new RequestedClaims(Set.of(), Set.of("email_verified"), Optional.empty()))
                .request();
        assertThat(inIdToken.told()).containsExactlyInAnyOrder(Scope.OPENID, Scope.EMAIL);
        AuthorizationRequest inUserInfo = Requests.good()
                .with("scope", "openid")
                .with(new RequestedClaims(Set.of("preferred_username"), Set.of(), Optional.empty()))
                .request();
        assertThat(inUserInfo.told()).containsExactlyInAnyOrder(Scope.OPENID, Scope.PROFILE);
    }

    @Test
    void mode_ofARefusal_isTheOneAskedForWhereItIsOne() {
        assertThat(AuthorizationRequestReader.mode(Requests.good().parameters()))
                .isEqualTo(ResponseMode.QUERY);
        assertThat(AuthorizationRequestReader.mode(
                        Requests.good().with("response_mode", "form_post").parameters()))
                .isEqualTo(ResponseMode.FORM_POST);
        assertThat(AuthorizationRequestReader.mode(
                        Requests.good().with("response_mode", "fragment").parameters()))
                .isEqualTo(ResponseMode.QUERY);
        assertThat(AuthorizationRequestReader.mode(Requests.good()
                        .with("response_mode", "form_post")
                        .repeating("response_mode")
                        .parameters()))
                .isEqualTo(ResponseMode.QUERY);
    }

    @Test
    void single_repeatedParameter_isNone() {
        AuthorizationParameters parameters = Requests.good().repeating("state").parameters();
        assertThat(parameters.value("state")).contains("a state");
        assertThat(parameters.single("state")).isEmpty();
        assertThat(parameters.single("nonce")).contains("a nonce");
        assertThat(parameters.single("made up")).isEmpty();
    }
}
