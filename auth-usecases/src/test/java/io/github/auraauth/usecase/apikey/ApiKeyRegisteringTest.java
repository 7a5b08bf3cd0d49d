package io.github.auraauth.usecase.apikey;

import static io.github.auraauth.usecase.KeyEnvironment.fingerprint;
import static io.github.auraauth.usecase.KeyEnvironment.ivFlipped;
import static io.github.auraauth.usecase.KeyEnvironment.read;
import static io.github.auraauth.usecase.KeyEnvironment.reading;
import static io.github.auraauth.usecase.KeyEnvironment.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.apikey.ApiKeyFormat;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.IssuedApiKey;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.apikey.ApiKeyRegistrationOutcome;
import io.github.auraauth.usecase.KeyEnvironment;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How keys come into the registry: made here, or made elsewhere. */
class ApiKeyRegisteringTest {
    private final KeyEnvironment environment = new KeyEnvironment();
    private final Operator operator = new Operator(environment, ApiKeyPolicy.STRICT);

    @ParameterizedTest
    @EnumSource
    void issue_eitherFormat_isRegisteredWhenItIsHandedOut(ApiKeyFormat format) {
        var request = new ApiKeyRequest("9.5.0", reading("kernel"), Optional.empty(), Optional.of("the night shift"));
        IssuedApiKey issued = issue(request, format);

        RegisteredApiKey entry = environment.entry(text(issued));
        assertThat(entry.format()).isEqualTo(format);
        assertThat(entry.model()).isEqualTo(issued.model());
        assertThat(entry.name()).contains("the night shift");
        assertThat(entry.origin().createdAt())
                .isEqualTo(environment.clock.instant().truncatedTo(ChronoUnit.MILLIS));
        assertThat(entry.origin().createdBy()).isEqualTo(Operator.NAME);
        assertThat(entry.origin().successorOf()).isEmpty();
        assertThat(entry.lastUsedAt()).isEmpty();
        assertThat(entry.revokedAt()).isEmpty();
        assertThat(new AuthenticatingInstance(environment, ApiKeyPolicy.STRICT).admit(text(issued)))
                .isInstanceOf(AuthenticationResult.Granted.class);
    }

    @ParameterizedTest
    @EnumSource
    void issue_registryAway_handsOutNothing(ApiKeyFormat format) {
        environment.dependencies.away("register");
        assertThatThrownBy(() -> issue(KeyEnvironment.request(reading("kernel")), format))
                .isInstanceOf(Outage.Unavailable.class)
                .hasMessageNotContaining("aur2_");
        assertThat(environment.entries()).isEmpty();
    }

    @Test
    void register_keyMadeElsewhere_isTakenByStrictFromThenOn() {
        String key = environment.v1();
        var door = new AuthenticatingInstance(environment, ApiKeyPolicy.STRICT);
        assertThat(door.admit(key)).isEqualTo(AuthenticatingInstance.UNAUTHENTICATED);

        assertThat(register(key, Optional.of("the old bot"))).isEqualTo(ApiKeyRegistrationOutcome.REGISTERED);

        assertThat(door.admit(key)).isInstanceOf(AuthenticationResult.Granted.class);
        assertThat(environment.entry(key).name()).contains("the old bot");
        assertThat(environment.entry(key).origin().createdBy()).isEqualTo(Operator.NAME);
        assertThat(environment.entry(key).model()).isEqualTo(read(key).model());
    }

    @Test
    void register_again_changesNothing() {
        String key = environment.v1();
        register(key, Optional.of("the first name"));
        assertThat(register(key, Optional.of("another"))).isEqualTo(ApiKeyRegistrationOutcome.ALREADY_REGISTERED);
        assertThat(register(ivFlipped(key), Optional.of("another")))
                .isEqualTo(ApiKeyRegistrationOutcome.ALREADY_REGISTERED);
        assertThat(environment.entries()).hasSize(1);
        assertThat(environment.entry(key).name()).contains("the first name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "aur2_", "APIKEY "})
    void register_noKey_registersNothing(String text) {
        assertThat(register(text, Optional.empty())).isEqualTo(ApiKeyRegistrationOutcome.NO_KEY);
        assertThat(register("\u00f1" + environment.v1(), Optional.empty())).isEqualTo(ApiKeyRegistrationOutcome.NO_KEY);
        assertThat(environment.entries()).isEmpty();
    }

    @Test
    void register_keyUnderAnotherEncryptionKey_isNone() {
        String foreign = text(KeyEnvironment.keys("vutsrqponmlkjihgfedcba9876543210", "local", ApiKeyPolicy.COMPAT)
                .issueLegacy(KeyEnvironment.request(reading("kernel"))));
        assertThat(register(foreign, Optional.empty())).isEqualTo(ApiKeyRegistrationOutcome.NO_KEY);
    }

    @Test
    void register_registryAway_isAnOutage() {
        environment.dependencies.away("register");
        assertThatThrownBy(() -> register(environment.v1(), Optional.empty())).isInstanceOf(Outage.class);
    }

    @Test
    void list_severalKeys_newestFirst() {
        String old = environment.registered(environment.v1());
        environment.clock.advance(Duration.ofSeconds(1));
        String young = environment.registered(environment.v2());
        assertThat(operator.keys.list(environment.soon()))
                .extracting(RegisteredApiKey::fingerprint)
                .containsExactly(fingerprint(young), fingerprint(old));
    }

    @Test
    void list_registryAway_isAnOutage() {
        environment.dependencies.away("all");
        assertThatThrownBy(() -> operator.keys.list(environment.soon())).isInstanceOf(Outage.class);
    }

    private IssuedApiKey issue(ApiKeyRequest request, ApiKeyFormat format) {
        return operator.keys.issue(request, format, Operator.NAME, environment.soon());
    }

    private ApiKeyRegistrationOutcome register(String key, Optional<String> name) {
        return operator.keys.register(Secret.ofText(key), name, Operator.NAME, environment.soon());
    }
}
