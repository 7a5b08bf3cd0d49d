package io.github.auraauth.usecase.login;

import static io.github.auraauth.usecase.login.LoginEnvironment.SUBJECT;
import static io.github.auraauth.usecase.login.LoginEnvironment.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.out.token.TokenVerifier.VerificationOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider, or somebody between, that lies about one thing: nobody gets registered. */
class LyingProviderTest {
    private static final Map<String, Consumer<PlayedProvider>> LIES = Map.ofEntries(
            Map.entry("signature", provider -> provider.forged = new VerificationOutcome.Refused()),
            Map.entry("key", provider -> provider.forged = new VerificationOutcome.UnknownKey()),
            Map.entry("issuer", provider -> provider.claims.put("iss", "https://kernel.example")),
            Map.entry("audience", provider -> provider.claims.put("aud", "another-client")),
            Map.entry("party", provider -> provider.claims.put("aud", List.of("our-client", "another"))),
            Map.entry("nonce", provider -> provider.claims.put("nonce", "another")),
            Map.entry("no nonce", provider -> provider.claims.remove("nonce")),
            Map.entry("expired", provider -> provider.claims.put("exp", 1L)),
            Map.entry("no end", provider -> provider.claims.remove("exp")),
            Map.entry("future", provider -> provider.claims.put("iat", 99_999_999_999L)),
            Map.entry(
                    "subject",
                    provider -> provider.introspected = Optional.of(LoginEnvironment.person(new UserId("another")))),
            Map.entry("inactive", provider -> provider.introspected = Optional.empty()),
            Map.entry(
                    "no session",
                    provider -> provider.introspected = Optional.of(new KernelPerson(
                            SUBJECT,
                            Optional.empty(),
                            LoginEnvironment.person(SUBJECT).authentication()))),
            Map.entry(
                    "no authentication",
                    provider -> provider.introspected = Optional.of(new KernelPerson(
                            SUBJECT, LoginEnvironment.person(SUBJECT).authorizationId(), Optional.empty()))));

    private final LoginEnvironment logins = new LoginEnvironment();

    @ParameterizedTest
    @CsvSource({
        "signature, signature",
        "key, signature",
        "issuer, issuer",
        "audience, audience",
        "party, audience",
        "nonce, nonce",
        "no nonce, nonce",
        "expired, time",
        "no end, time",
        "future, time",
        "subject, subject",
        "inactive, inactive",
        "no session, subject",
        "no authentication, subject"
    })
    void receive_providerLiesAboutOneThing_registersNobodyAndKnowsWhy(String lie, String reason) {
        String state = logins.state();
        Secret cookie = logins.started(state);
        LIES.get(lie).accept(logins.provider);
        Told.Outcome outcome =
                logins.receive(state, code(Optional.of(cookie))).outcome().fold(new Told());
        assertThat(outcome.word()).isEqualTo("failed checks");
        assertThat(outcome.text()).contains(reason);
        assertThat(logins.user()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = "none")
    void receive_providerTellsTheTruth_registers(String lie) {
        String state = logins.state();
        assertThat(logins.receive(state, code(Optional.of(logins.started(state))))
                        .outcome()
                        .fold(new Told())
                        .word())
                .as(lie)
                .isEqualTo("ended");
    }
}
