package io.github.auraauth.front.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {
    private final PublicAddress prefixed = PublicAddress.of(URI.create("https://id.example:8443/auth/eu/"));

    @ParameterizedTest
    @CsvSource({
        "https://id.example/auth/, true, https://id.example/auth/login, /auth/login",
        "https://id.example, true, https://id.example/login, /login",
        "http://127.0.0.1:2367, false, http://127.0.0.1:2367/login, /login",
    })
    void links_ofAnAddress_lieBelowItsPath(String root, boolean https, String link, String path) {
        PublicAddress address = PublicAddress.of(URI.create(root));

        assertThat(address.https()).isEqualTo(https);
        assertThat(address.link("/login")).isEqualTo(link);
        assertThat(address.path("/login")).isEqualTo(path);
    }

    @Test
    void links_ofAnUnknownAddress_areRelativeToWhatWasAsked() {
        assertThat(PublicAddress.UNKNOWN.link("/login")).isEqualTo("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/eu", "/auth/eu/account", "/auth/eu/admin/", "/auth/eu/a?next=//evil&x=%2f"})
    void ownPath_belowThePrefix_isOurs(String path) {
        assertThat(prefixed.ownPath(path)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "account",
                "/",
                "/account",
                "/auth/europe",
                "//evil.example",
                "/auth/eu//evil.example",
                "/\\evil.example",
                "/auth/eu/\\evil",
                "/auth/eu/../../x",
                "/auth/eu/%2e%2e/x",
                "/auth/eu/a%2fb",
                "/auth/eu/a#b",
                "/auth/eu/a b",
                "/auth/eu/\t",
                "/auth/eu/é",
                "https://id.example:8443/auth/eu/",
                "javascript:alert(1)",
            })
    void ownPath_thatLeadsElsewhere_isNone(String path) {
        assertThat(prefixed.ownPath(path)).isEmpty();
    }

    @Test
    void ownPath_withoutAPrefix_isAnyOfTheHost() {
        assertThat(PublicAddress.UNKNOWN.ownPath("/")).contains("/");
        assertThat(PublicAddress.UNKNOWN.ownPath("//evil.example")).isEmpty();
    }

    @Test
    void prefix_thatIsNoPath_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PublicAddress(true, "https://id.example", "auth"));
    }
}
