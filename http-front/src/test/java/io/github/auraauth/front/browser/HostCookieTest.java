package io.github.auraauth.front.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.front.request.BrowserHeaders;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostCookieTest {
    private static final HostCookie PLAIN = HostCookie.of(PublicAddress.UNKNOWN, "session");

    @Test
    void set_overHttps_isOfTheHostAlone_andOutOfReachForScripts() {
        HostCookie cookie = HostCookie.of(PublicAddress.of(URI.create("https://id.example")), "session");

        assertThat(cookie.set("abc")).isEqualTo("__Host-aura-session=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
        assertThat(cookie.unset()).isEqualTo("__Host-aura-session=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0");
    }

    @Test
    void set_overHttp_hasAPlainName() {
        assertThat(PLAIN.set("abc")).isEqualTo("aura-session=abc; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void name_belowAPrefix_isAnotherForEachPrefix() {
        assertThat(List.of("/auth/eu", "/auth.eu", "/auth-eu", "/auth_eu", "/auth%20eu"))
                .extracting(prefix -> HostCookie.of(PublicAddress.of(URI.create("https://a.example" + prefix)), "s")
                        .name())
                .containsExactly(
                        "__Host-aura-auth%2Feu-s",
                        "__Host-aura-auth.eu-s",
                        "__Host-aura-auth-eu-s",
                        "__Host-aura-auth_eu-s",
                        "__Host-aura-auth%2520eu-s");
    }

    @Test
    void read_ofOneValue_isTheValue_andOfMoreOrOverlongOnes_whatFitsNothing() {
        assertThat(PLAIN.read(browser("a=b; aura-session=abc"))).contains("abc");
        assertThat(PLAIN.read(browser("other=abc"))).isEmpty();
        assertThat(PLAIN.read(browser("aura-session=abc; aura-session=abc"))).contains("");
        assertThat(PLAIN.read(browser("aura-session=" + "a".repeat(5000)))).contains("");
    }

    private static BrowserHeaders browser(String cookies) {
        return new BrowserHeaders("", List.of(cookies));
    }
}
