package io.github.auraauth.usecase.apikey;

import static io.github.auraauth.usecase.KeyEnvironment.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.apikey.ApiKeyFormat;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.in.apikey.ApiKeyInspection;
import io.github.auraauth.port.in.apikey.ApiKeyInspection.Verdict;
import io.github.auraauth.usecase.KeyEnvironment;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OfflineApiKeyServiceTest {
    private final KeyEnvironment environment = new KeyEnvironment();
    private final OfflineApiKeyService keys =
            new OfflineApiKeyService(KeyEnvironment.keys(ApiKeyPolicy.STRICT), environment.clock);

    @ParameterizedTest
    @EnumSource(ApiKeyFormat.class)
    void issue_eitherFormat_isGoodAndInNoStore(ApiKeyFormat format) {
        var issued = keys.issue(KeyEnvironment.request(reading("kernel")), format);

        ApiKeyInspection found = keys.inspect(issued.text());

        assertThat(issued.format()).isEqualTo(format);
        assertThat(found.verdict()).isEqualTo(Verdict.GOOD);
        assertThat(found.key())
                .hasValueSatisfying(key -> assertThat(key.model()).isEqualTo(issued.model()));
        assertThat(environment.entries()).isEmpty();
    }

    @Test
    void inspect_expiredKey_isExpired() {
        Secret key = Secret.ofText(environment.v2(environment.endingIn(Duration.ofSeconds(60))));
        environment.clock.advance(Duration.ofSeconds(60));
        assertThat(keys.inspect(key).verdict()).isEqualTo(Verdict.EXPIRED);
    }

    @Test
    void inspect_keyOfAnotherEnvironment_saysSo() {
        var issued = KeyEnvironment.keys(KeyEnvironment.ENTRY, "elsewhere", ApiKeyPolicy.STRICT)
                .issue(KeyEnvironment.request(reading("kernel")), environment.clock.instant());
        assertThat(keys.inspect(issued.text()).verdict()).isEqualTo(Verdict.OTHER_ENVIRONMENT);
    }

    @Test
    void inspect_nonsense_isUndecipherable() {
        ApiKeyInspection found = keys.inspect(Secret.ofText("nonsense"));
        assertThat(found).isEqualTo(new ApiKeyInspection(Optional.empty(), Verdict.UNDECIPHERABLE));
    }
}
