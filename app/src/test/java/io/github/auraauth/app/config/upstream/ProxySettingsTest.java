package io.github.auraauth.app.config.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.app.config.variable.DirectHosts;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.outgoing.ForwardProxies;
import io.github.auraauth.outgoing.ForwardProxies.Credentials;
import io.github.auraauth.outgoing.ForwardProxies.ForwardProxy;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingsTest {
    private static final String LIST =
            "exact.example, .suffix.example,10.0.0.0/8,192.0.2.1,[2001:db8::1],fd00::/8,port.example:8443";

    @Test
    void proxies_ofVariables_beatThoseOfPropertiesEachForItself() {
        ForwardProxies read = proxies(
                Map.of("https_proxy", "http://lower.example:3128", "HTTP_PROXY", "upper.example"),
                Map.of("https.proxyHost", "java.example", "http.proxyHost", "java.example"));

        assertThat(read.forHttps()).contains(new ForwardProxy("lower.example", 3128, Optional.empty()));
        assertThat(read.forHttp()).contains(new ForwardProxy("upper.example", 80, Optional.empty()));
    }

    @Test
    void proxies_nothingSet_areJavasOrNone() {
        ForwardProxies read = proxies(
                Map.of("NO_PROXY", "own.example"),
                Map.of("https.proxyHost", "java.example", "https.proxyPort", "8080", "http.nonProxyHosts", "*.other"));

        assertThat(read.forHttps()).contains(new ForwardProxy("java.example", 8080, Optional.empty()));
        assertThat(read.forHttp()).isEmpty();
        assertThat(read.direct().test("own.example", 443)).isTrue();
        assertThat(read.direct().test("an.other", 443)).isFalse();
        assertThat(proxies(Map.of(), Map.of("http.nonProxyHosts", "*.other|10.*|[::1]"))
                        .direct()
                        .test("an.other", 443))
                .isTrue();
    }

    @Test
    void proxies_userInTheAddress_isUnescaped() {
        assertThat(proxies(Map.of("HTTPS_PROXY", "http://me:p%40s+s@proxy.example:3128/"), Map.of())
                        .forHttps())
                .flatMap(ForwardProxy::credentials)
                .contains(new Credentials("me", Secret.ofText("p@s+s")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socks5://hunter2:hunter2@p:1",
                "https://p.example",
                "http://u:hunter2@",
                "http://a b",
                "http://p/x"
            })
    void problems_whatIsNoProxyOfHttp_isRefusedWithoutShowingIt(String given) {
        ProxySettings settings = new ProxySettings(Map.of("HTTPS_PROXY", given), name -> Optional.empty());

        assertThat(settings.problems())
                .singleElement()
                .asString()
                .startsWith("HTTPS_PROXY: given an address")
                .doesNotContain("hunter2");
    }

    @Test
    void notices_aProxy_isNamedWithoutItsUser() {
        assertThat(new ProxySettings(
                                Map.of("HTTPS_PROXY", "http://hunter2:hunter2@proxy.example:3128"),
                                name -> Optional.empty())
                        .notices())
                .containsExactly("Calls of https go through the proxy proxy.example:3128, by HTTPS_PROXY");
    }

    @ParameterizedTest
    @CsvSource({
        "exact.example, true",
        "below.exact.example, true",
        "inexact.example, false",
        "a.suffix.example, true",
        "suffix.example, false",
        "10.200.3.4, true",
        "11.0.0.1, false",
        "192.0.2.1, true",
        "2001:db8::1, true",
        "2001:db8::2, false",
        "fd12::1, true",
        "port.example, false",
        "else.example, false"
    })
    void direct_list_fitsWhatItNames(String host, boolean direct) {
        assertThat(DirectHosts.ofList(LIST).contain(host, 443)).isEqualTo(direct);
    }

    @Test
    void direct_portOrStar_fitsThatPortOrAll() {
        assertThat(DirectHosts.ofList(LIST).contain("port.example", 8443)).isTrue();
        assertThat(DirectHosts.ofList("*").contain("anything", 1)).isTrue();
        assertThat(DirectHosts.ofList(" ").contain("anything", 1)).isFalse();
    }

    private static ForwardProxies proxies(Map<String, String> environment, Map<String, String> properties) {
        return new ProxySettings(environment, name -> Optional.ofNullable(properties.get(name))).proxies();
    }
}
