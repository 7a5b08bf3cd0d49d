package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningServer.KERNEL;
import static io.github.auraauth.adapter.http.RunningServer.REGISTRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refusal says what was wrong with this value: never a rule that it keeps, and never the value. */
class MessageTest extends WithServer {
    private static final String JSON = """
            {"channelId":"9c1f4f6e-0a6b-4f0e-8f0b-2b1a4c9d7e55","userId":"80234511","authorizationId":"a-session",\
            "authenticationType":"%s","authenticationIdentifier":%s}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // member | value | words that must be there | words that must not
                "userId | 80234511 | not a number | control",
                "userId | -1.5e300 | not a number | control",
                "userId | true | not a boolean | control",
                "userId | [] | not an array | control",
                "userId | {} | not an object | control",
                "userId | \"\" | must not be empty | control",
                "userId | \"a\\u0000b\" | without control characters | 128",
                "userId | \"a\\nb\" | without control characters | 128",
                "userId | \"\\ud800\" | surrogate | 128",
                "channelId | 1 | not a number | UUID",
                "channelId | \"x\" | must be a UUID | text",
                "authenticationType | 3 | not a number | one of",
                "authenticationType | \"sms\" | one of email, uid, network, phone_number | text",
                "expiresAt | 4102444800 | not a number | ISO",
                "expiresAt | \"2020-01-01T00:00:00Z\" | must be in the future | ISO",
                "expiresAt | \"2099-02-30T00:00:00Z\" | that exist | in the future",
                "expiresAt | \"2099-01-01\" | with offset | in the future",
                "expiresAt | \"9999-12-31T23:59:59-00:01\" | before the year 10000 | ISO",
                "idTokenHint | 7 | not a number | 8192",
                "authenticationIdentifier | 600000000 | not a number | digits",
                "authenticationIdentifier | \"\uff0b\uff13\uff14\uff16\uff10\uff10\uff10\uff10\uff10\" | another script | 6 to 15",
                "authenticationIdentifier | \"+34 600 \u0660\u0661\u0662\" | another script | 6 to 15",
                "authenticationIdentifier | \"+34 600 000 000 ext\" | has a character that none has | 6 to 15",
                "authenticationIdentifier | \"+34 600 000 000\u200b\" | has a character that none has | 6 to 15",
                "authenticationIdentifier | \"12345\" | 6 to 15 digits | character",
                "authenticationIdentifier | \"+0600000000\" | the first of them not 0 | character"
            })
    void member_thatIsWrong_isToldWhatIsWrongWithIt(String member, String value, String words, String others) {
        String body = JSON.formatted("phone_number", "\"+34600000000\"");
        String own = '"' + member + "\":";
        int at = body.indexOf(own);
        String wrong = at < 0
                ? body.replace("{", '{' + own + value + ',')
                : body.substring(0, at + own.length()) + value + body.substring(end(body, at));

        says(post(wrong), 400, member + " must ", words, others, value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | not an array | member",
                "\"canary\" | not a text | member",
                "1234567 | not a number | member",
                "true | not a boolean | member",
                "null | not null | member",
                "`` | is empty | member",
                "` ` | is empty | member",
                "{\"userId\":\"canary\" | is not JSON at line 1, column | one JSON object",
                "{'userId':'canary'} | is not JSON at line 1, column | one JSON object",
                "{}{} | more than one JSON object | member",
                "\ufeff{} | byte order mark | one JSON object",
                "{\"userId\":\"a\",\"userId\":\"b\"} | userId stands in the body more than once | known",
                "{\"canary\":\"b\"} | not known; those known are channelId, userId, | one JSON"
            })
    void body_thatIsWrong_isToldWhatIsWrongWithIt(String body, String words, String others) {
        HttpResponse<String> answer = post(body);

        says(answer, 400, "", words, others, body);
        assertThat(answer.body()).doesNotContain("canary");
    }

    @Test
    void body_compressed_isToldSo_whetherItSaysItOrNot() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(JSON.formatted("uid", "\"x\"").getBytes(StandardCharsets.UTF_8));
        }
        RunningServer.Call silent = call().header("Content-Type", "application/json");
        RunningServer.Call telling =
                call().header("Content-Type", "application/json").header("Content-Encoding", "gzip");

        says(silent.body(BodyPublishers.ofByteArray(bytes.toByteArray())).send(), 400, "", "gzip", "JSON", "x");
        HttpResponse<String> told =
                telling.body(BodyPublishers.ofByteArray(bytes.toByteArray())).send();
        says(told, 415, "", "without a Content-Encoding", "UTF-8", "gzip");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain | Content-Type must be application/json | UTF-8",
                "application/json;charset=iso-8859-1 | must be UTF-8 | missing",
                "application/json;version=canary | nothing else | missing"
            })
    void mediaType_thatIsWrong_isToldWhatIsWrongWithIt(String type, String words, String others) {
        String body = JSON.formatted("uid", "\"x\"");
        HttpResponse<String> answer = call().header("Content-Type", type)
                .body(BodyPublishers.ofString(body))
                .send();

        says(answer, 415, "", words, others, "canary");
    }

    @Test
    void mediaType_missing_isToldSo() {
        HttpResponse<String> answer = call().body(BodyPublishers.ofString("{}")).send();

        says(answer, 415, "", "Content-Type is missing", "UTF-8", "{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x-4p-user-id | caf\u00e9 | printable ASCII | 128",
                "x-4p-user-id | a\tb | printable ASCII | 128",
                "x-4p-channel-id | 9c1f4f6e-0a6b-4f0e-8f0b-2b1a4c9d7e5\u00e9 | printable ASCII | UUID",
                "x-4p-expires-at | 2099-01-01T00:00:00Z\u00a0 | printable ASCII | ISO",
                "x-4p-expires-at | 2020-01-01T00:00:00Z | in the future | ISO",
                "x-4p-authentication-identifier | 12345 | 6 to 15 digits | printable",
                "x-4p-authentication-identifier | +0600000000 | the first of them not 0 | printable"
            })
    void header_thatIsWrong_isToldWhatIsWrongWithIt(String name, String value, String words, String others) {
        Map<String, String> headers = new HashMap<>(REGISTRATION);
        headers.put(name, value);
        StringBuilder head = new StringBuilder(
                        "GET /aura-services/v1/users/aura-id HTTP/1.1\r\nHost: a\r\nAuthorization: ")
                .append(KERNEL);
        headers.forEach((header, text) ->
                head.append("\r\n").append(header).append(": ").append(text));
        try (RawClient raw = server.raw()) {
            RawClient.Reply reply = raw.send(head + "\r\n\r\n").reply();

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.body()).contains(name + " must ", words).doesNotContain(others, value);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12345 | 6 to 15 digits | another script",
                "\uff13\uff14\uff16\uff10\uff10\uff10\uff10\uff10\uff10 | another script | 6 to 15",
                "+0600000000 | the first of them not 0 | another script",
                "+34600x00000 | 6 to 15 digits 0 to 9 | another script"
            })
    void phoneNumber_thatIsWrong_isToldWhatIsWrongWithIt(String number, String words, String others) {
        String path = "/admin/users/phone-numbers/" + URLEncoder.encode(number, StandardCharsets.UTF_8);

        says(server.api("DELETE", path).key(KERNEL).send(), 400, "phone_number must ", words, others, number);
    }

    private static int end(String body, int member) {
        int comma = body.indexOf(',', member);
        return comma < 0 ? body.lastIndexOf('}') : comma;
    }

    private RunningServer.Call call() {
        return server.api("POST", "/users/aura-id").key(KERNEL);
    }

    private HttpResponse<String> post(String body) {
        return call().json(body).send();
    }

    private void says(
            HttpResponse<String> answer, int status, String beginning, String words, String others, String value) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(words, "\"message\":\"" + beginning).doesNotContain(others);
        if (value.length() > 4) {
            assertThat(answer.body()).doesNotContain(value);
        }
        assertThat(server.core.calls).isEmpty();
    }
}
