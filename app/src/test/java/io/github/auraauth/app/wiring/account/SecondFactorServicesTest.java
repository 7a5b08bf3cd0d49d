package io.github.auraauth.app.wiring.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.credentials.RelyingPartyConfig;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondFactorServicesTest {
    @ParameterizedTest
    @CsvSource({
        "https://aura.example, aura.example, https://aura.example",
        "https://aura.example/auth, aura.example, https://aura.example",
        "https://AURA.example:443, aura.example, https://aura.example",
        "https://aura.example:8443/auth, aura.example, https://aura.example:8443",
        "http://localhost:2367, localhost, http://localhost:2367"
    })
    void relyingParty_publicAddress_isItsHostAtItsOrigin(URI address, String id, String origin) {
        RelyingPartyConfig config = SecondFactorServices.relyingParty(Optional.of(address));

        assertThat(config.id()).isEqualTo(id);
        assertThat(config.origins()).containsExactly(origin);
        assertThat(config.anyPort()).isFalse();
    }

    @Test
    void relyingParty_noPublicAddress_isThisMachineAtAnyPort() {
        RelyingPartyConfig config = SecondFactorServices.relyingParty(Optional.empty());

        assertThat(config.id()).isEqualTo("localhost");
        assertThat(config.origins()).containsExactly("http://localhost");
        assertThat(config.anyPort()).isTrue();
    }
}
