package io.github.auraauth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.port.in.login.LoginCall;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as browsers send them, through the one operation that takes such. */
class FormBodyTest extends WithServer {
    private static final String PATH = "/users/auraid/integrated";
    private static final String GOOD = "state=aus2_s&code=c&csrf=t";

    @Test
    void form_asBrowsersSendIt_isDecodedOnce() {
        server.api("POST", PATH).form("state=a%2Bb+c%C3%A9%25&code=%63&csrf=t").send();

        assertThat(server.core.login.calls).extracting(LoginCall::state).containsExactly("a+b c\u00e9%");
        assertThat(new String(server.core.login.codes.get(0).reveal(), StandardCharsets.UTF_8))
                .isEqualTo("c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "state=a&code=c",
                "state=a&code=c&csrf=t&state=b",
                "state=a&code=c&csrf=t&other=1",
                "state=a&code=c&csrf=t&",
                "&state=a&code=c&csrf=t",
                "state=a&&code=c&csrf=t",
                "state&code=c&csrf=t",
                "state=%&code=c&csrf=t",
                "state=%4&code=c&csrf=t",
                "state=%zz&code=c&csrf=t",
                "state=%+1&code=c&csrf=t",
                "state=%ff&code=c&csrf=t",
                "state=%c0%ae&code=c&csrf=t",
                "state=%ed%a0%80&code=c&csrf=t",
                "state=\u00e9&code=c&csrf=t",
                "state=a b&code=c&csrf=t",
                "state=a\n&code=c&csrf=t",
                "{\"state\":\"a\",\"code\":\"c\",\"csrf\":\"t\"}"
            })
    void form_thatIsMalformed_isRefused_andCountsAsAnEmptyState(String body) {
        assertThat(server.api("POST", PATH).form(body).send().statusCode()).isEqualTo(400);
        assertThat(server.core.login.calls).extracting(LoginCall::state).containsExactly("");
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, 400",
        "APPLICATION/X-WWW-FORM-URLENCODED; charset=UTF-8, 400",
        "application/x-www-form-urlencoded;charset=iso-8859-1, 415",
        "application/json, 415",
        "multipart/form-data;boundary=x, 415",
        "text/plain, 415"
    })
    void form_byItsMediaType_isTakenOrRefused(String mediaType, int status) {
        assertThat(server.api("POST", PATH)
                        .header("Content-Type", mediaType)
                        .body(BodyPublishers.ofString(GOOD))
                        .send()
                        .statusCode())
                .isEqualTo(status);
        assertThat(server.core.login.calls).hasSize(status == 415 ? 0 : 1);
    }

    @Test
    void form_over64KiB_is413() {
        assertThat(server.api("POST", PATH)
                        .form(GOOD + "x".repeat(65_536))
                        .send()
                        .statusCode())
                .isEqualTo(413);
    }
}
