package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningServer.KERNEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.user.BlockMode;
import io.github.auraauth.port.in.apikey.ApiKeyAuthentication.ApiKeyCall;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Behind proxies whose word counts. */
class ProxyTest extends WithServer {
    @Override
    protected RunningServer startServer() {
        List<String> trusted = List.of("127.0.0.0/8", "10.1.0.0/16", "2001:db8::/32");
        return new RunningServer(RunningServer.config(0, trusted, BlockMode.UNBLOCKED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7                          | 203.0.113.7",
                "203.0.113.7, 10.1.2.3                | 203.0.113.7",
                "198.51.100.1, 203.0.113.7, 10.1.2.3  | 203.0.113.7",
                "203.0.113.7,10.2.0.1                 | 10.2.0.1",
                "evil.example, 10.1.2.3               | unreadable",
                "203.0.113.7, evil.example            | unreadable",
                "203.0.113.7, unknown, 10.1.2.3       | unreadable",
                "203.0.113.7, _hidden                 | unreadable",
                "2001:db8::9                          | 20010db800000000",
                "2001:db9::9, 2001:db8::9             | 20010db900000000",
                "203.0.113.7:51001                    | 203.0.113.7",
                "203.0.113.7:51001, 10.1.2.3:80       | 203.0.113.7",
                "203.0.113.7:65536                    | unreadable",
                "203.0.113.7:port                     | unreadable",
                "203.0.113.7:-1                       | unreadable",
                "[2001:db9::9]:443                    | 20010db900000000",
                "[2001:db9::9]                        | 20010db900000000",
                "[2001:db9::9]:443, [2001:db8::1]:80  | 20010db900000000",
                "[2001:db9::9                         | unreadable",
                "2001:db9::9]:443                     | unreadable",
                "[203.0.113.7]x                       | unreadable",
                "2001:db9::9%eth0                     | unreadable",
                "::ffff:203.0.113.7                   | 203.0.113.7",
                "[::ffff:203.0.113.7]:443             | 203.0.113.7",
                "203.0.113.7, ::ffff:10.1.2.3         | 203.0.113.7",
                "'\"203.0.113.7\"'                     | 203.0.113.7",
                "'\"203.0.113.7:51001\"'               | 203.0.113.7",
                "'\"[2001:db9::9]:443\"'               | 20010db900000000",
                "'\" 203.0.113.7 \" , \"10.1.2.3\"'    | 203.0.113.7",
                "'\"203.0.113.7'                       | unreadable",
                "'203.0.113.7 \t,\t 10.1.2.3'          | 203.0.113.7",
                "203.0.113.7 198.51.100.1             | unreadable",
                "203.0.113.7,                         | 203.0.113.7",
                "203.0.113.7, , 10.1.2.3, ,           | 203.0.113.7",
                "','                                  | 127.0.0.1",
                "'\"\"'                               | 127.0.0.1",
                "10.1.2.4, 10.1.2.3                   | 10.1.2.4",
                "1                                    | unreadable",
                "203.0.113                            | unreadable",
                "203.0.113.0x7                        | unreadable",
                "203.0.113.007                        | unreadable",
                "256.0.113.7                          | unreadable",
                "...                                  | unreadable",
                ".:1                                  | unreadable"
            })
    void source_isTheNearestThatIsNotTrusted(String forwardedFor, String source) {
        server.api("GET", "/config")
                .key(KERNEL)
                .header("X-Forwarded-For", forwardedFor)
                .send();

        assertThat(server.core.keyCalls.get(0).source()).isEqualTo(source);
    }

    @Test
    void source_ofHeadersOneAfterAnother_isReadAsOneList() {
        server.api("GET", "/config")
                .key(KERNEL)
                .header("X-Forwarded-For", "203.0.113.7")
                .header("X-Forwarded-For", "10.1.2.3")
                .send();

        assertThat(server.core.keyCalls.get(0).source()).isEqualTo("203.0.113.7");
    }

    @Test
    void source_ofAnUnreadableHop_isOneForAll_andNobodyElses() {
        for (String hop : List.of("unknown", "evil.example", "203.0.113.7, x")) {
            server.api("GET", "/config")
                    .key(KERNEL)
                    .header("X-Forwarded-For", hop)
                    .send();
        }
        server.api("GET", "/config").key(KERNEL).send();

        assertThat(server.core.keyCalls)
                .extracting(ApiKeyCall::source)
                .containsExactly("unreadable", "unreadable", "unreadable", "127.0.0.1");
    }

    @Test
    void source_ofARequestThatNoTrustedProxySent_isItsPeer_whateverItSays() {
        try (RunningServer alone =
                new RunningServer(RunningServer.config(0, List.of("10.1.0.0/16"), BlockMode.UNBLOCKED))) {
            HttpResponse<String> answer = alone.api("GET", "/config")
                    .key(KERNEL)
                    .header("X-Forwarded-For", "203.0.113.7")
                    .header("X-Forwarded-Proto", "https")
                    .send();

            assertThat(alone.core.keyCalls.get(0).source()).isEqualTo("127.0.0.1");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https", "HTTPS", "\"https\"", "http, https", "https,", " https ,\t, "})
    void https_toldByTheNearestProxy_isReadAsAListElement(String schemes) {
        assertThat(server.call("GET", "/local-ping")
                        .header("X-Forwarded-Proto", schemes)
                        .send()
                        .headers()
                        .firstValue("Strict-Transport-Security"))
                .isPresent();
    }

    @Test
    void https_ofAWholeHeadThatIsRefused_isKept() {
        String head = "GET /local-ping HTTP/1.1\r\nHost: a\r\nExpect: x\r\nX-Forwarded-Proto: https\r\n\r\n";

        assertThat(replyTo(head).status()).isEqualTo(400);
        assertThat(replyTo(head).header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
        assertThat(replyTo(head.replace("https", "http")).header("Strict-Transport-Security"))
                .isEmpty();
    }

    private RawClient.Reply replyTo(String head) {
        try (RawClient raw = server.raw()) {
            return raw.send(head).reply();
        }
    }

    @Test
    void https_toldByATrustedProxy_isKept() {
        HttpResponse<String> answer = server.call("GET", "/local-ping")
                .header("X-Forwarded-Proto", "https")
                .send();

        assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(server.call("GET", "/local-ping")
                        .header("X-Forwarded-Proto", "http")
                        .send()
                        .headers()
                        .firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0", "", "10.0.0.0/x", "300.1.1.1", "::1/129"})
    void config_withSomethingElseThanAnAddress_isRefused(String block) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunningServer.config(0, List.of(block), BlockMode.UNBLOCKED));
    }
}
