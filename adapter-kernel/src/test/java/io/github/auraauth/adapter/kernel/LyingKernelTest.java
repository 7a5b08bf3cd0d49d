package io.github.auraauth.adapter.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.players.kernel.KernelLie;
import io.github.auraauth.port.out.Outage;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LyingKernelTest {
    private static Stage stage;
    private static Logins logins;

    @BeforeAll
    static void start() {
        stage = new Stage();
        logins = new Logins(stage.provider, new KernelKeys(stage.discovery, stage.peer, stage.clock), Stage.CLIENT);
    }

    @AfterEach
    void tellTheTruth() {
        stage.player.tellTheTruth();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @Test
    void logIn_truth_isWhoLoggedIn() {
        Optional<KernelPerson> person = logIn("someone@example.org");
        assertThat(person.flatMap(KernelPerson::authentication))
                .contains(new Authentication(AuthenticationType.EMAIL, "someone@example.org"));
        Optional<KernelPerson> again = logIn("someone@example.org");
        assertThat(again.map(KernelPerson::userId)).isEqualTo(person.map(KernelPerson::userId));
        assertThat(again.flatMap(KernelPerson::authorizationId))
                .as("another session")
                .isNotEqualTo(person.flatMap(KernelPerson::authorizationId));
        assertThat(logIn("+1 (202) 555-0100").flatMap(KernelPerson::authentication))
                .contains(new Authentication(AuthenticationType.PHONE_NUMBER, "+12025550100"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OVERSIZED_ID_TOKEN")
    void logIn_anyLie_isNobody(KernelLie lie) {
        stage.player.lie(lie);
        assertThat(logIn("someone@example.org")).isEmpty();
    }

    @Test
    void logIn_oversizedIdToken_isAnOutage() {
        stage.player.lie(KernelLie.OVERSIZED_ID_TOKEN);
        assertThatThrownBy(() -> logIn("someone@example.org")).isInstanceOf(Outage.UpstreamFailed.class);
    }

    private static Optional<KernelPerson> logIn(String identifier) {
        return logins.logIn(address -> stage.player.logIn(address, identifier));
    }
}
