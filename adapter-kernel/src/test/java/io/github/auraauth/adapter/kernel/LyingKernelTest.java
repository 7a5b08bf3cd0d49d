package io.github.auraauth.adapter.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.fakes.kernel.KernelLie;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LyingKernelTest {
    private static KernelFixture kernel;
    private static LoginFlow logins;

    @BeforeAll
    static void start() {
        kernel = new KernelFixture();
        logins = new LoginFlow(
                kernel.provider, new KernelKeys(kernel.discovery, kernel.upstream, kernel.clock), KernelFixture.CLIENT);
    }

    @AfterEach
    void tellTheTruth() {
        kernel.fake.tellTheTruth();
        kernel.fake.padIdTokens(0);
    }

    @AfterAll
    static void stop() {
        kernel.close();
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
    @EnumSource
    void logIn_anyLie_isNobody(KernelLie lie) {
        kernel.fake.lie(lie);
        assertThat(logIn("someone@example.org")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {9 * 1024, 200 * 1024})
    void logIn_largeIdToken_isWhoLoggedIn(int characters) {
        kernel.fake.padIdTokens(characters);
        assertThat(logIn("someone@example.org")).isPresent();
    }

    private static Optional<KernelPerson> logIn(String identifier) {
        return logins.logIn(address -> kernel.fake.logIn(address, identifier));
    }
}
