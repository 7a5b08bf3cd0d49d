package io.github.auraauth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where requests end on a connection. Whatever a proxy before us could read in another way is refused and ends the
 * connection, so that no part of one request is ever taken for the next one.
 */
class FramingTest extends WithServer {
    private static final String NEXT = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String GET = "GET /local-ping HTTP/1.1\r\n";
    private static final String POST =
            "POST /aura-services/v1/token HTTP/1.1\r\nHost: a\r\nAuthorization: " + RunningServer.KERNEL + "\r\n";
    private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String OLD =
            "POST /aura-services/v1/token HTTP/1.0\r\nConnection: keep-alive\r\nAuthorization: " + RunningServer.KERNEL
                    + "\r\n";

    static Stream<String> lines() {
        return Stream.of(
                "GET /local-ping HTTP/1.1\nHost: a\r\n\r\n",
                "\nGET /local-ping HTTP/1.1\r\nHost: a\r\n\r\n",
                "\rGET /local-ping HTTP/1.1\r\nHost: a\r\n\r\n",
                GET + "Host: a\n\r\n",
                GET + "Host: a\nX: b\r\n\r\n",
                GET + "Host: a\r\nX: a\n\r\n",
                GET + "Host: a\r\nX:\n\r\n",
                GET + "Host: a\r\nX\n\r\n",
                GET + "Host: a\r\n\n",
                GET + "Host: a\n\n",
                GET + "Host: a\rX: b\r\n\r\n",
                GET + "Host: a\r\nX: a\r\r\n\r\n",
                GET + " Host: a\r\n\r\n",
                GET + "Host: a\r\n X: b\r\n\r\n",
                GET + "Host: a\r\n\tX: b\r\n\r\n",
                GET + "Host: a\r\nX: a\r\n\tb\r\n\r\n",
                GET + "Host : a\r\n\r\n",
                GET + "Host: a\r\nX\u0000: b\r\n\r\n",
                GET + "Host: a\r\nX: \u0000\r\n\r\n",
                GET + "Host: a\r\nX: \u000b\r\n\r\n",
                GET + "Host: a\r\n: b\r\n\r\n",
                GET + "Host:\r\n\r\n",
                GET + "Host: a b\r\n\r\n",
                GET + "Host: a,b\r\n\r\n",
                GET + "Host: a@b\r\n\r\n",
                GET + "Host: a\r\nhost: a\r\n\r\n",
                "GET\t/local-ping\tHTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /local-ping HTTP/1.1 \r\nHost: a\r\n\r\n",
                "GET /local-ping HTTP/1.1x\r\nHost: a\r\n\r\n",
                "GET /local-ping HTTP/2.0\r\nHost: a\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "G(T /local-ping HTTP/1.1\r\nHost: a\r\n\r\n",
                POST + "Content-Length: 3\nX: b\r\n\r\nabc",
                POST + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
                POST + "content-length: 3\r\nCONTENT-LENGTH: 4\r\n\r\nabc",
                POST + "Content-Length:\r\n\r\n",
                POST + "Content-Length: 0x3\r\n\r\nabc",
                POST + "Content-Length: 3 3\r\n\r\nabc",
                POST + "Content-Length: 3;a\r\n\r\nabc",
                POST + "Content-Length : 3\r\n\r\nabc",
                POST + "Content-Length: 3\u000b\r\n\r\nabc",
                POST + "Content-Length: \u00b3\r\n\r\nabc",
                POST + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                POST + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                POST + "Transfer-Encoding: chunked\r\nTransfer-Encoding: gzip\r\n\r\n0\r\n\r\n",
                POST + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                POST + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
                POST + "Transfer-Encoding: identity\r\n\r\n",
                POST + "Transfer-Encoding: \r\n\r\n",
                POST + "Transfer-Encoding: chunked;a=b\r\n\r\n0\r\n\r\n",
                POST + "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n",
                POST + "Transfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n",
                POST + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                POST + "Transfer-Encoding: chunked\nX: b\r\n\r\n0\r\n\r\n",
                OLD + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                OLD + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                OLD + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("lines")
    void head_whoseFramingIsUnsure_is400_andNothingBehindItIsARequest(String request) {
        isTheLastRequest(request, 400, "INVALID_REQUEST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /local-ping HTTP/1.1\\nHost: a\\r\\n\\r\\n | must end with CR LF",
                "GET /local-ping HTTP/1.1\\r\\nHost: a\\n\\r\\n | must end with CR LF",
                "GET /local-ping HTTP/1.1\\r\\nHost: a\\r\\nX: a\\rb\\r\\n\\r\\n | must end with CR LF",
                "GET /local-ping HTTP/1.1\\r\\nHost: a\\r\\nX: a\\r\\n b\\r\\n\\r\\n | must stand on one line",
                "GET /local-ping HTTP/1.1\\r\\nHost : a\\r\\n\\r\\n | a character in a place",
                "GET /local-ping HTTP/1.1\\r\\n\\r\\n | Host must stand",
                "GET /local-ping HTTP/1.1\\r\\nHost: a\\r\\nHost: b\\r\\n\\r\\n | Host must stand",
                "GET http://b/ HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | Host must stand",
                "GET / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: x\\r\\n\\r\\n | Content-Length must be one number",
                "GET / HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: gzip\\r\\n\\r\\n | Transfer-Encoding must be chunked",
                "GET / HTTP/1.0\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n | in a request of HTTP/1.1",
                "GET / HTTP/1.1\\r\\nHost: a\\r\\nExpect: x\\r\\n\\r\\n | Expect must be",
                "GET /\\r\\n\\r\\n | one of HTTP/1.1",
                "GET / HTTP/3\\r\\n\\r\\n | one of HTTP/1.1",
                "GET /#x HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | written %23",
                "GET /%zz HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | an escape that cannot be read"
            })
    void head_thatIsRefused_isToldWhy(String escaped, String why) {
        try (RawClient raw = server.raw()) {
            String request = escaped.replace("\\r", "\r").replace("\\n", "\n");
            RawClient.Reply reply = raw.send(request).reply();

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.body()).contains(why);
        }
    }

    static Stream<String> chunks() {
        return Stream.of(
                "5\nhello\r\n0\r\n\r\n",
                "5\r\nhello\n0\r\n\r\n",
                "5\r\nhello\r\n0\n\r\n",
                "5\r\nhello\r\n0\r\n\n",
                "5;a\nb\r\nhello\r\n0\r\n\r\n",
                "5;a\rb\r\nhello\r\n0\r\n\r\n",
                "5;" + "a".repeat(40_000) + "\r\nhello\r\n0\r\n\r\n",
                "0x5\r\nhello\r\n0\r\n\r\n",
                "5 \r\nhello\r\n0\r\n\r\n",
                " 5\r\nhello\r\n0\r\n\r\n",
                "+5\r\nhello\r\n0\r\n\r\n",
                "-5\r\nhello\r\n0\r\n\r\n",
                "\r\nhello\r\n0\r\n\r\n",
                "5\r\nhelloXX\r\n0\r\n\r\n",
                "5\r\nhello0\r\n\r\n",
                "5\r\nhello\r\n0\r\nX: a\nY: b\r\n\r\n",
                "5\r\nhello\r\n0\r\nX : a\r\n\r\n",
                "00000000000000000005\r\nhello\r\n0\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("chunks")
    void chunk_thatIsMalformed_is400_andNothingBehindItIsARequest(String body) {
        isTheLastRequest(CHUNKED + body, 400, "INVALID_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding: gzip,chunked\r\n",
                "Transfer-Encoding: GZIP, Chunked\r\n",
                "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: identity, chunked\r\n",
                "Transfer-Encoding: deflate, gzip, chunked\r\n",
                "Transfer-Encoding: x;q=\"a, chunked\", chunked\r\n"
            })
    void transferCoding_otherThanChunked_is501_andNothingBehindItIsARequest(String header) {
        isTheLastRequest(POST + header + "\r\n0\r\n\r\n", 501, "NOT_IMPLEMENTED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\n",
                "Transfer-Encoding: CHUNKED\r\n",
                "Transfer-Encoding:\tchunked\t\r\n",
                "Transfer-Encoding: , chunked\r\n"
            })
    void transferCoding_chunkedAlone_isReadToItsEnd(String header) {
        try (RawClient raw = server.raw()) {
            raw.send(POST + header + "\r\n5;a=b\r\nhello\r\n0\r\nX: a\r\n\r\n" + NEXT);

            assertThat(raw.reply().status()).isEqualTo(201);
            assertThat(raw.reply().status()).isEqualTo(404);
        }
    }

    @Test
    void emptyLine_beforeARequest_isPassedOver() {
        try (RawClient raw = server.raw()) {
            raw.send("\r\n" + GET + "Host: a\r\n\r\n");

            assertThat(raw.reply().status()).isEqualTo(200);
        }
    }

    @Test
    void method_inLowerCase_isAnotherMethod() {
        try (RawClient raw = server.raw()) {
            RawClient.Reply reply =
                    raw.send("get /local-ping HTTP/1.1\r\nHost: a\r\n\r\n").reply();

            assertThat(reply.status()).isEqualTo(405);
            assertThat(reply.header("Allow")).isEqualTo("GET, HEAD");
        }
    }

    private void isTheLastRequest(String request, int status, String code) {
        try (RawClient raw = server.raw()) {
            RawClient.Reply reply = raw.send(request + NEXT).reply();

            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.body()).startsWith("{\"code\":\"" + code + "\",\"message\":\"");
            assertThat(reply.header("Content-Type")).isEqualTo("application/json");
            assertThat(reply.header("x-correlator")).isNotEmpty();
            assertThat(reply.header("Connection")).isEqualTo("close");
            assertThat(raw.isClosed()).isTrue();
        }
    }
}
