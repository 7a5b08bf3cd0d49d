package io.github.auraauth.domain.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUriTest {
    private static final RedirectUri WEB = new RedirectUri("https://client.example/cb?a=b");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://client.example",
                "https://client.example/",
                "https://Client.EXAMPLE:8443/cb?x=1&y=%20",
                "HTTPS://client.example/cb",
                "https://client.example:65535/",
                "https://192.0.2.7/cb",
                "https://255.249.199.0/cb",
                "https://xn--bcher-kva.example/cb",
                "https://a-b.c1/cb",
                "https://intranet/cb",
                "https://1and1.example/cb",
                "http://client.example/cb",
                "http://localhost:3000/cb",
                "http://127.0.0.1/cb",
                "http://[::1]:8080/cb",
                "com.example.app:/cb",
                "com.example.app:cb",
                "com.example.app://cb/there"
            })
    void parse_addressThatAllReadAlike_isTaken(String text) {
        assertThat(RedirectUri.parse(text)).contains(new RedirectUri(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/cb",
                "//client.example/cb",
                "client.example/cb",
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "javascript://client.example/%0aalert(1)",
                "data:text/html,x",
                "vbscript:x",
                "blob:https://client.example/1",
                "file:///etc/passwd",
                "about:blank",
                "view-source:https://client.example/",
                "ftp://client.example/",
                "ws://client.example/",
                "myapp:/cb",
                ".app:/cb",
                "1.app:/cb",
                "com.example.app:",
                "https:",
                "https://",
                "https:///client.example/cb",
                "https:client.example",
                "https:/client.example/cb",
                "https:////client.example/cb",
                "https:\\\\client.example\\cb",
                "https://client.example\\@evil.example/cb",
                "https://client.example/a\\b",
                "https://user@client.example/cb",
                "https://user:pw@client.example/cb",
                "https://client.example@evil.example/cb",
                "https://@client.example/cb",
                "https://client.example/cb#",
                "https://client.example/cb#a",
                "https://client.example#@evil.example/",
                "com.example.app:/cb#a",
                "https://client.example/c b",
                " https://client.example/cb",
                "https://client.example/cb ",
                "https://client.example/cb\t",
                "https://client.example/cb\n",
                "https://client.example/cb\r\nSet-Cookie: a=b",
                "https://client.example/\u0000",
                "https://client.example/\u00E9",
                "https://cl\u0131ent.example/cb",
                "https://client\u3002example/cb",
                "https://client%2eexample/cb",
                "https://client.example%2f.evil.example/cb",
                "https://client_one.example/cb",
                "https://*.client.example/cb",
                "https://client..example/cb",
                "https://.client.example/cb",
                "https://client.example./cb",
                "https://-client.example/cb",
                "https://client.example:65536/cb",
                "https://client.example:99999999999/cb",
                "https://client.example:-1/cb",
                "https://client.example:80a/cb",
                "https://client.example:80:80/cb",
                "https://client.example/%zz",
                "https://client.example/\"onclick=",
                "https://client.example/<script>"
            })
    void parse_addressThatSomebodyReadsOtherwise_isNone(String text) {
        assertThat(RedirectUri.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new RedirectUri(text));
    }

    /** All of them are 127.0.0.1, or another machine than the one that is written, to a browser (WHATWG URL, section 3.5). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "0x7f000001",
                "017700000001",
                "0x7f",
                "0",
                "1",
                "127.1",
                "127.0.1",
                "0x7f.1",
                "0x7f.0.0.1",
                "127.0.0.01",
                "127.0.0.010",
                "0177.0.0.1",
                "127.0.0.1.",
                "127.0.0.256",
                "256.0.0.1",
                "127.0.0.0x1",
                "1.2.3.4.5",
                "client.example.1",
                "client.0x7f",
                "client.09",
                "[::]",
                "[0:0:0:0:0:0:0:1]",
                "[::0001]",
                "[::ffff:127.0.0.1]",
                "[::1%25lo]",
                "[::1%lo]",
                "[2001:db8::1]",
                "[::1].evil.example",
                "[v1.x]",
                "::1"
            })
    void parse_hostThatBrowsersRewrite_isNone(String host) {
        assertThat(RedirectUri.parse("http://" + host + "/cb")).isEmpty();
        assertThat(RedirectUri.parse("https://" + host + ":8443/cb")).isEmpty();
    }

    @Test
    void parse_longestText_isTakenAndOneMoreIsNot() {
        String longest = "https://client.example/" + "a".repeat(2048 - 23);
        assertThat(RedirectUri.parse(longest)).isPresent();
        assertThat(RedirectUri.parse(longest + 'a')).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://client.example/cb",
                "https://client.example/cb?a=b&c=d",
                "https://client.example/cb?a=B",
                "https://client.example/cb/?a=b",
                "https://client.example/CB?a=b",
                "https://client.example/x/../cb?a=b",
                "https://client.example/./cb?a=b",
                "https://client.example/%2e%2e/cb?a=b",
                "https://client.example/%63b?a=b",
                "https://client.example//cb?a=b",
                "https://client.example:443/cb?a=b",
                "https://client.example:8443/cb?a=b",
                "https://CLIENT.example/cb?a=b",
                "HTTPS://client.example/cb?a=b",
                "http://client.example/cb?a=b",
                "https://client.example./cb?a=b",
                "https://client.example.evil/cb?a=b",
                "https://evil.client.example/cb?a=b",
                "https://client.example@evil.example/cb?a=b",
                "https://client.example\\@evil.example/cb?a=b",
                "https://client.example/cb?a=b#c",
                "https://client.example/cb?a=b ",
                "https://client.example/cb?a=b%20",
                ""
            })
    void matches_lookAlike_isFalse(String requested) {
        assertThat(WEB.matches(WEB.value())).isTrue();
        assertThat(WEB.matches(requested)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/cb, http://127.0.0.1/cb",
        "http://127.0.0.1/cb, http://127.0.0.1:1/cb",
        "http://127.0.0.1:3000/cb?a=b, http://127.0.0.1:65535/cb?a=b",
        "http://127.0.0.1:3000/cb, http://127.0.0.1/cb",
        "http://127.0.0.1:3000, http://127.0.0.1:4000",
        "http://[::1]/cb, http://[::1]:49152/cb",
        "http://[::1]:1/cb, http://[::1]:2/cb",
        "http://localhost:3000/cb, http://localhost:3000/cb"
    })
    void matches_loopbackOfAnotherPort_isTrue(String registered, String requested) {
        assertThat(new RedirectUri(registered).matches(requested)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/cb, http://127.0.0.1:80/other",
        "http://127.0.0.1/cb, http://127.0.0.1:80/cb/",
        "http://127.0.0.1/cb, http://127.0.0.1:80/cb?",
        "http://127.0.0.1/cb, http://127.0.0.1:80/cb?code=x",
        "http://127.0.0.1/cb, http://127.0.0.1:80/cb#",
        "http://127.0.0.1/cb, http://127.0.0.1:80/%63b",
        "http://127.0.0.1/cb, http://127.0.0.1:80/x/../cb",
        "http://127.0.0.1/cb, https://127.0.0.1:80/cb",
        "http://127.0.0.1/cb, http://[::1]:80/cb",
        "http://127.0.0.1/cb, http://localhost:80/cb",
        "http://127.0.0.1/cb, http://127.0.0.2:80/cb",
        "http://127.0.0.1/cb, http://127.1:80/cb",
        "http://127.0.0.1/cb, http://2130706433:80/cb",
        "http://127.0.0.1/cb, http://127.0.0.1.evil/cb",
        "http://127.0.0.1/cb, http://127.0.0.1.evil.example:80/cb",
        "http://127.0.0.1/cb, http://127.0.0.1:80@evil.example/cb",
        "http://127.0.0.1/cb, http://127.0.0.1@evil.example:80/cb",
        "http://127.0.0.1/cb, http://127.0.0.1:80\\@evil.example/cb",
        "http://127.0.0.1/cb, http://127.0.0.1:80.evil.example/cb",
        "http://127.0.0.1/cb, http://127.0.0.1%2eevil.example/cb",
        "http://127.0.0.1/cb, http://127.0.0.1:65536/cb",
        "http://127.0.0.1/cb, http://127.0.0.1:99999/cb",
        "http://127.0.0.1/cb, http://127.0.0.1:x/cb",
        "http://127.0.0.1/cb, http:/127.0.0.1:80/cb",
        "http://127.0.0.1/cb, //127.0.0.1:80/cb",
        "http://[::1]/cb, http://[::1]:80/other",
        "http://[::1]/cb, http://[::1].evil.example/cb",
        "http://[::1]/cb, http://[::1]@evil.example/cb",
        "http://[::1]/cb, http://[0:0:0:0:0:0:0:1]:80/cb",
        "http://localhost/cb, http://localhost:80/cb",
        "http://localhost:3000/cb, http://localhost:3001/cb",
        "http://localhost:3000/cb, http://LOCALHOST:3000/cb",
        "https://127.0.0.1/cb, https://127.0.0.1:8443/cb",
        "http://192.0.2.7/cb, http://192.0.2.7:8080/cb",
        "com.example.app:/cb, com.example.app:/cb2"
    })
    void matches_loopbackLookAlike_isFalse(String registered, String requested) {
        assertThat(new RedirectUri(registered).matches(requested)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://client.example/cb, true",
        "https://127.0.0.1/cb, true",
        "http://127.0.0.1/cb, true",
        "http://[::1]:80/cb, true",
        "http://localhost:3000/cb, true",
        "com.example.app:/cb, true",
        "http://client.example/cb, false",
        "http://127.0.0.2/cb, false",
        "http://localhost.evil.example/cb, false",
        "HTTP://client.example/cb, false"
    })
    void isSafe_eachKind_isSafeWhereNobodyReadsAlong(String text, boolean safe) {
        assertThat(new RedirectUri(text).isSafe()).isEqualTo(safe);
    }

    @ParameterizedTest
    @CsvSource({
        "https://client.example/cb, https://client.example",
        "https://client.example:443/cb, https://client.example",
        "http://client.example:80/cb, http://client.example",
        "https://client.example:80/cb, https://client.example:80",
        "http://client.example:443/cb, http://client.example:443",
        "HTTPS://Client.Example:8443, https://client.example:8443",
        "https://client.example:08443/cb, https://client.example:8443",
        "https://client.example:/cb, https://client.example",
        "http://[::1]:3000/cb, http://[::1]:3000",
        "https://192.0.2.7/cb, https://192.0.2.7"
    })
    void origin_webAddress_isAsBrowsersWriteIt(String text, String origin) {
        assertThat(new RedirectUri(text).origin()).contains(origin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.example.app:/cb", "com.example.app://client.example/cb", "com.example.app:cb"})
    void origin_addressOfAnApp_isNone(String text) {
        assertThat(new RedirectUri(text).origin()).isEmpty();
    }
}
