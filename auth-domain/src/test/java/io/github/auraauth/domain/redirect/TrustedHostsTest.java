package io.github.auraauth.domain.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedHostsTest {
    private static final List<String> ENTRIES = List.of(
            "app.example.org",
            "odd.example.org:8443",
            "*.wild.example.org",
            "192.0.2.7",
            "https://url.example.org",
            "HTTPS://Slash.Example.Org/",
            "https://port.example.org:9443/",
            "https://*.deep.example.org:444",
            "caf\u00e9.example.org",
            "intranet");

    private final TrustedHosts hosts = TrustedHosts.parse(ENTRIES, false);
    private final TrustedHosts development = TrustedHosts.parse(ENTRIES, true);

    static Stream<String> hostile() {
        return HostileTargets.all().stream();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void redirect_hostileTarget_isNone(String given) {
        assertThat(hosts.redirect(given)).isEmpty();
    }

    @Test
    void hostileTargets_ofTheTable_areSixtyAndMoreAndNoneTwice() {
        assertThat(HostileTargets.all()).hasSizeGreaterThan(60).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://app.example.org https://app.example.org/ https://app.example.org",
                "https://app.example.org/ https://app.example.org/ https://app.example.org",
                "https://app.example.org:443/a https://app.example.org/a https://app.example.org",
                "HTTPS://APP.Example.ORG/A https://app.example.org/A https://app.example.org",
                "https://app.example.org?a=1 https://app.example.org/?a=1 https://app.example.org",
                "https://app.example.org#a https://app.example.org/#a https://app.example.org",
                "https://app.example.org/a?b#c https://app.example.org/a?b#c https://app.example.org",
                "https://app.example.org/a#b?c#d https://app.example.org/a#b?c%23d https://app.example.org",
                "https://app.example.org/a?b?c/d#e/f https://app.example.org/a?b?c/d#e/f https://app.example.org",
                "https://app.example.org/? https://app.example.org/? https://app.example.org",
                "https://app.example.org/# https://app.example.org/# https://app.example.org",
                "https://app.example.org/%41%2f%5c%0d%0a https://app.example.org/%41%2f%5c%0d%0a https://app.example.org",
                "https://app.example.org//evil.example https://app.example.org//evil.example https://app.example.org",
                "https://app.example.org/../a https://app.example.org/../a https://app.example.org",
                "https://app.example.org/@evil.example https://app.example.org/@evil.example https://app.example.org",
                "https://app.example.org/?u=https://a@b/ https://app.example.org/?u=https://a@b/ https://app.example.org",
                "https://app.example.org/ma\u00f1ana?\u4e16#\ud83d\ude00 https://app.example.org/ma%C3%B1ana?%E4%B8%96#%F0%9F%98%80 https://app.example.org",
                "https://app.example.org/<>^`{|}[] https://app.example.org/%3C%3E%5E%60%7B%7C%7D%5B%5D https://app.example.org",
                "https://app.example.org/-._~!$&()*+,;=:@ https://app.example.org/-._~!$&()*+,;=:@ https://app.example.org",
                "https://\uff41\uff50\uff50.example\u3002org/ https://app.example.org/ https://app.example.org",
                "https://odd.example.org:8443/a https://odd.example.org:8443/a https://odd.example.org:8443",
                "https://a.wild.example.org/ https://a.wild.example.org/ https://a.wild.example.org",
                "https://a.b.c.wild.example.org/ https://a.b.c.wild.example.org/ https://a.b.c.wild.example.org",
                "https://app.example.org.wild.example.org/ https://app.example.org.wild.example.org/ https://app.example.org.wild.example.org",
                "https://192.0.2.7/ https://192.0.2.7/ https://192.0.2.7",
                "https://url.example.org/ https://url.example.org/ https://url.example.org",
                "https://slash.example.org/ https://slash.example.org/ https://slash.example.org",
                "https://port.example.org:9443/ https://port.example.org:9443/ https://port.example.org:9443",
                "https://a.deep.example.org:444/ https://a.deep.example.org:444/ https://a.deep.example.org:444",
                "https://caf\u00e9.example.org/ https://xn--caf-dma.example.org/ https://xn--caf-dma.example.org",
                "https://XN--caf-dma.example.org/ https://xn--caf-dma.example.org/ https://xn--caf-dma.example.org",
                "https://intranet/ https://intranet/ https://intranet",
            })
    void redirect_trustedTarget_isWrittenAnew(String given, String written, String origin) {
        for (TrustedHosts trusting : List.of(hosts, development)) {
            assertThat(trusting.redirect(given)).hasValueSatisfying(redirect -> {
                assertThat(redirect.uri().toString()).isEqualTo(written);
                assertThat(redirect.origin()).isEqualTo(origin);
                assertThat(redirect).hasToString("TrustedRedirect[" + origin + "]");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost, http://localhost/, http://localhost",
        "http://localhost:3000/a, http://localhost:3000/a, http://localhost:3000",
        "HTTP://LocalHost:80/, http://localhost/, http://localhost",
        "http://localhost:443/, http://localhost:443/, http://localhost:443",
    })
    void redirect_localhostOverHttp_isTrustedInDevelopmentOnly(String given, String written, String origin) {
        assertThat(hosts.redirect(given)).isEmpty();
        assertThat(development.redirect(given)).hasValueSatisfying(redirect -> {
            assertThat(redirect.uri().toString()).isEqualTo(written);
            assertThat(redirect.origin()).isEqualTo(origin);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example.org/",
                "http://127.0.0.1/",
                "http://localhost.evil.example/",
                "http://evil.localhost/",
                "http://localhost./",
                "http://localhost@evil.example/",
                "http://evil.example/#localhost",
                "http://localhost:0/",
                "http://localhost:65536/",
                "https://localhost/",
                "https://localhost:8443/",
                "http:localhost/",
            })
    void redirect_otherThanLocalhostOverHttp_isNoneInDevelopmentEither(String given) {
        assertThat(development.redirect(given)).isEmpty();
    }

    @Test
    void redirect_longest_isTakenAndOneMoreIsNot() {
        String longest = "https://app.example.org/" + "a".repeat(2048 - 24);
        assertThat(hosts.redirect(longest)).isPresent();
        assertThat(hosts.redirect(longest + "a")).isEmpty();
        String written = "https://app.example.org/" + "\u00e9".repeat((2048 - 24) / 6) + "aa";
        assertThat(hosts.redirect(written)).isPresent();
        assertThat(hosts.redirect(written + "a")).isEmpty();
    }

    @Test
    void redirect_longestHostAndLargestPort_areTakenAndOneMoreIsNot() {
        String below = ("a".repeat(49) + ".").repeat(4) + "a".repeat(253 - 200 - 17) + ".wild.example.org";
        assertThat(below).hasSize(253);
        assertThat(hosts.redirect("https://" + below + "/")).isPresent();
        assertThat(hosts.redirect("https://a" + below + "/")).isEmpty();
        assertThat(hosts.redirect("https://\u00e9" + below.substring(1) + "/"))
                .as("longer in ASCII")
                .isEmpty();
        assertThat(development.redirect("http://localhost:65535/")).isPresent();
    }

    @Test
    void redirect_noEntries_trustsNobody() {
        TrustedHosts none = TrustedHosts.parse(List.of(), false);
        assertThat(none.redirect("https://app.example.org/")).isEmpty();
        assertThat(none).hasToString("TrustedHosts[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "*.",
                "*.*.example.org",
                "a.*.example.org",
                "**.example.org",
                "*example.org",
                "*.192.0.2.7",
                "*.7",
                "http://app.example.org",
                "https://",
                "https:///",
                "https://app.example.org/path",
                "https://app.example.org//",
                "https://app.example.org?",
                "https://user@app.example.org",
                "user@app.example.org",
                "//app.example.org",
                "app.example.org/",
                "app.example.org.",
                ".example.org",
                "app.example.org:",
                "app.example.org:0",
                "app.example.org:65536",
                "app.example.org:https",
                "app.example.org:443:443",
                "app example.org",
                "app_example.org",
                "[::1]",
                "192.0.2.256",
                "192.0.2.07",
                "192.0.2",
                "0x7f.0.0.1",
                "1",
                "stra\u00dfe.example",
                "app.example.org,other.example.org",
                "app.example.org\u0000",
            })
    void parse_entryOfNoForm_isNamedByItsNumber(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrustedHosts.parse(List.of("app.example.org", entry), true))
                .withMessageContaining("number 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "255.255.255.255", "10.99.100.199", "1a", "a.1b", "0x7g", "1.2.3.4.a"})
    void parse_hostsLikeNumbers_areTakenWhereTheyHaveOneReading(String entry) {
        assertThat(TrustedHosts.parse(List.of(entry), false).redirect("https://" + entry))
                .isPresent();
    }
}
