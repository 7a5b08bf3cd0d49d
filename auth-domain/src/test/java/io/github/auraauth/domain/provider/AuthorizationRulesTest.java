package io.github.auraauth.domain.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientAuthentication;
import io.github.auraauth.domain.client.SampleClients;
import io.github.auraauth.domain.grant.RequestedClaims;
import io.github.auraauth.domain.provider.AuthorizationRules.Asked;
import io.github.auraauth.domain.provider.AuthorizationRules.Person;
import io.github.auraauth.domain.provider.AuthorizationRules.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorizationRulesTest {
    private static final Instant ASKED = Instant.parse("2030-01-02T12:00:00Z");
    private static final Set<String> ALL = Set.of("openid", "profile");
    private static final Client TRUSTED =
            SampleClients.of(ClientAuthentication.NONE, SampleClients.policy(false, Set.of("profile", "email")));

    @ParameterizedTest
    @CsvSource({
        // prompt, max_age, expected, logged in since, logged in so long before, agreed before, agreed now, step
        "'', '', true, false, P10D, true, false, GRANT",
        "'', '', true, false, P10D, false, false, ASK",
        "'', '', true, false, P10D, false, true, GRANT",
        "'', '', false, false, P10D, true, false, LOG_IN",
        "'', '', false, true, PT0S, true, false, REFUSE_LOGIN",
        "'', '', false, true, PT0S, true, true, REFUSE_LOGIN",
        "none, '', true, false, P10D, true, false, GRANT",
        "none, '', true, false, P10D, false, false, REFUSE_CONSENT",
        "none, '', false, false, P10D, true, false, REFUSE_LOGIN",
        "none, '', false, true, P10D, false, false, REFUSE_LOGIN",
        "none, 60, true, false, PT61S, true, false, REFUSE_LOGIN",
        "none, 60, true, false, PT60S, true, false, GRANT",
        "login, '', true, false, PT1S, true, true, LOG_IN",
        "login, '', true, true, PT0S, true, false, GRANT",
        "login, '', true, true, PT0S, false, false, ASK",
        "select_account, '', true, false, PT1S, true, false, LOG_IN",
        "select_account, '', true, true, PT0S, true, false, GRANT",
        "consent, '', true, false, P10D, true, false, ASK",
        "consent, '', true, false, P10D, true, true, GRANT",
        "consent, 60, true, false, PT61S, true, true, LOG_IN",
        "login consent, '', true, true, PT0S, true, false, ASK",
        "login consent, '', true, false, PT0S, true, true, LOG_IN",
        "'', 60, true, false, PT60S, true, false, GRANT",
        "'', 60, true, false, PT60.001S, true, false, LOG_IN",
        "'', 60, true, true, PT-1S, true, false, GRANT",
        "'', 0, true, false, PT0.001S, true, false, LOG_IN",
        "'', 0, true, true, PT-1S, true, false, GRANT",
        "'', 9999999999, true, false, P10D, true, false, GRANT"
    })
    void next_eachCase_isOneStep(
            String prompt,
            String maxAge,
            boolean expected,
            boolean since,
            Duration before,
            boolean agreedBefore,
            boolean agreed,
            Step step) {
        Requests asked = Requests.good();
        if (!prompt.isEmpty()) {
            asked.with("prompt", prompt);
        }
        if (!maxAge.isEmpty()) {
            asked.with("max_age", maxAge);
        }
        Person person = new Person(expected, since, ASKED.minus(before), "aal1", agreedBefore ? ALL : Set.of());
        assertThat(AuthorizationRules.next(
                        SampleClients.PUBLIC, asked.request(), new Asked(ASKED, agreed), Optional.of(person)))
                .isEqualTo(step);
    }

    @Test
    void next_nobody_logsInOrIsRefused() {
        Asked asked = new Asked(ASKED, true);
        assertThat(AuthorizationRules.next(SampleClients.PUBLIC, Requests.good().request(), asked, Optional.empty()))
                .isEqualTo(Step.LOG_IN);
        assertThat(AuthorizationRules.next(
                        SampleClients.PUBLIC,
                        Requests.good().with("prompt", "none").request(),
                        asked,
                        Optional.empty()))
                .isEqualTo(Step.REFUSE_LOGIN);
    }

    @Test
    void next_oneMoreScopeThanAgreedTo_asks() {
        assertThat(step(Requests.good().with("scope", "openid profile email"), ALL))
                .isEqualTo(Step.ASK);
        assertThat(step(Requests.good().with("scope", "openid"), ALL)).isEqualTo(Step.GRANT);
    }

    @Test
    void next_singleClaimOfAScopeNotAgreedTo_asks() {
        RequestedClaims email = new RequestedClaims(Set.of("email"), Set.of(), Optional.empty());
        assertThat(step(Requests.good().with(email), ALL)).isEqualTo(Step.ASK);
        assertThat(step(Requests.good().with(email), Set.of("openid", "profile", "email")))
                .isEqualTo(Step.GRANT);
    }

    @Test
    void next_clientThatNeedsNoConsent_asksOnlyWhereItWants() {
        Person person = new Person(true, false, ASKED, "aal1", Set.of());
        Asked asked = new Asked(ASKED, false);
        assertThat(AuthorizationRules.next(TRUSTED, Requests.good().request(), asked, Optional.of(person)))
                .isEqualTo(Step.GRANT);
        assertThat(AuthorizationRules.next(
                        TRUSTED, Requests.good().with("prompt", "consent").request(), asked, Optional.of(person)))
                .isEqualTo(Step.ASK);
    }

    @Test
    void next_levelThatIsEssential_mustBeTheOneOfTheLogin() {
        RequestedClaims second = new RequestedClaims(Set.of(), Set.of(), Optional.empty(), Set.of("aal2", "gold"));
        RequestedClaims either = new RequestedClaims(Set.of(), Set.of(), Optional.empty(), Set.of("aal1", "aal2"));
        assertThat(step(Requests.good().with(second), ALL)).isEqualTo(Step.REFUSE_LEVEL);
        assertThat(step(Requests.good().with(second).with("prompt", "none"), ALL))
                .isEqualTo(Step.REFUSE_LEVEL);
        assertThat(step(Requests.good().with(either), ALL)).isEqualTo(Step.GRANT);
        assertThat(step(Requests.good().with(second).with("prompt", "login"), ALL))
                .isEqualTo(Step.LOG_IN);
    }

    private static Step step(Requests requests, Set<String> agreedTo) {
        return AuthorizationRules.next(
                SampleClients.PUBLIC,
                requests.request(),
                new Asked(ASKED, false),
                Optional.of(new Person(true, false, ASKED, "aal1", agreedTo)));
    }
}
