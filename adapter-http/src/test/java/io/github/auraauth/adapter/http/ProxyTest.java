package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningServer.KERNEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.user.BlockMode;
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
                "evil.example, 10.1.2.3               | 10.1.2.3",
                "203.0.113.7, evil.example            | 127.0.0.1",
                "2001:db8::9                          | 20010db800000000",
                "2001:db9::9, 2001:db8::9             | 20010db900000000",
                "203.0.113.7:80                       | 127.0.0.1",
                "1                                    | 127.0.0.1"
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
