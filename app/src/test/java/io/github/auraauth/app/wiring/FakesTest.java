package io.github.auraauth.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.app.config.variable.ServiceEnvironment;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.app.run.Fakes;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FakesTest {
    @Test
    void start_nothingGiven_playsBothAndSaysWhere() throws Exception {
        try (Fakes fakes = start(Map.of())) {
            assertThat(fakes.hasKernel()).isTrue();
            assertThat(fakes.chatPage()).isPresent();
            assertThat(fakes.environment())
                    .containsOnlyKeys(
                            "AURA_SERVICE_PORT",
                            "AURA_FP_AUTHSERVER_ENDPOINT",
                            "AURA_FP_CLIENT_ID",
                            "AURA_FP_CLIENT_SECRET",
                            "AURA_REDIRECT_URI",
                            "AURA_DIRECTLINE_API_ENDPOINT",
                            "AURA_DIRECTLINE_SECRETS")
                    .containsEntry("AURA_SERVICE_PORT", "2367")
                    .containsEntry(
                            "AURA_REDIRECT_URI", "http://127.0.0.1:2367/aura-services/v1/users/auraid/integrated");
        }
    }

    @Test
    void start_givenVariables_win() throws Exception {
        Map<String, String> given = Map.of(
                "AURA_FP_CLIENT_ID", "mine",
                "AURA_PUBLIC_URL", "http://localhost:9000",
                "AURA_LOGGING_LEVEL", "DEBUG",
                "AURA_DIRECTLINE_SECRETS", "fake.secret");
        try (Fakes fakes = start(given)) {
            assertThat(fakes.environment())
                    .containsAllEntriesOf(given)
                    .containsEntry(
                            "AURA_REDIRECT_URI", "http://localhost:9000/aura-services/v1/users/auraid/integrated")
                    .doesNotContainKey("AURA_DIRECTLINE_API_ENDPOINT");
            assertThat(fakes.chatPage()).isEmpty();
        }
    }

    @Test
    void start_givenKernel_isNotPlayed() throws Exception {
        try (Fakes fakes = start(Map.of("AURA_FP_AUTHSERVER_ENDPOINT", "https://kernel.example/"))) {
            assertThat(fakes.hasKernel()).isFalse();
            assertThat(fakes.environment())
                    .containsEntry("AURA_FP_AUTHSERVER_ENDPOINT", "https://kernel.example/")
                    .doesNotContainKeys("AURA_FP_CLIENT_ID", "AURA_REDIRECT_URI");
        }
    }

    @Test
    void start_anyPort_isAFreeOneThatKernelKnows() throws Exception {
        try (Fakes fakes = start(Map.of("AURA_SERVICE_PORT", "0"))) {
            String port = fakes.environment().get("AURA_SERVICE_PORT");

            assertThat(port).isNotEqualTo("0");
            assertThat(fakes.environment().get("AURA_REDIRECT_URI")).contains(":" + port + "/");
        }
    }

    @ParameterizedTest
    @EnumSource(value = ServiceEnvironment.class, mode = EnumSource.Mode.EXCLUDE, names = "DEV")
    void start_outsideDevelopment_isRefused(ServiceEnvironment kind) {
        assertThatThrownBy(() -> Fakes.start(Map.of(), kind, Clock.systemUTC(), new SecureRandom()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("DEV");
    }

    private static Fakes start(Map<String, String> given) throws StartRefused {
        return Fakes.start(given, ServiceEnvironment.DEV, Clock.systemUTC(), new SecureRandom());
    }
}
