package io.github.auraauth.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.front.server.ApiServer;
import io.github.auraauth.front.server.Draining;
import io.github.auraauth.front.server.ServerConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.TracerProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine by an API that knows none of our features. */
class PlaylistApiTest {
    private static final String MAY = "Token ada change_playlist";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PlaylistApi playlists = new PlaylistApi();
    private final ApiServer server = start(playlists.api());
    private final HttpClient client = HttpClient.newHttpClient();

    static ApiServer start(Api api) {
        return start(api, new ServerConfig.Listening("127.0.0.1", 0));
    }

    static ApiServer start(Api api, ServerConfig.Listening listening) {
        return ApiServer.start(
                new ServerConfig(
                        listening, new ServerConfig.Trust(List.of(), Set.of()), "toy", Set.of(), Duration.ofSeconds(1)),
                List.of(api),
                new Draining(),
                new SimpleMeterRegistry(),
                TracerProvider.noop().get("tests"),
                InstantSource.system(),
                new SecureRandom());
    }

    @AfterEach
    void stop() {
        server.drain();
        send(request("/playlists/x"));
        server.close();
    }

    @Test
    void body_ofNestedTypes_reachesTheEndpointTyped_withoutNulls() {
        HttpResponse<String> answer = save("""
                {"name": "Late", "public": true, "rating": null,
                 "tracks": [{"title": "One", "seconds": 61, "labels": ["old", "new"]}, {"title": "Two"}]}""");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("public").booleanValue()).isTrue();
        assertThat(json(answer).path("tracks").intValue()).isEqualTo(2);
        assertThat(playlists.saved.get(0).has("rating")).isFalse();
        assertThat(playlists.saved.get(0).at("/tracks/0/seconds").intValue()).isEqualTo(61);
    }

    @Test
    void read_ofSomebodyRecognizedAndOfWhatIsAtHand_needsNoWorker() {
        assertThat(threadOf("at-hand", "X-Recognized")).startsWith("http");
        assertThat(threadOf("elsewhere", "X-Recognized")).startsWith("worker-");
        assertThat(threadOf("at-hand", "X-Unknown")).startsWith("worker-");
    }

    private String threadOf(String name, String header) {
        playlists.notes.clear();
        JsonNode answer = json(
                send(request("/playlists/" + name).header("Authorization", MAY).header(header, "yes")));
        assertThat(answer.path("reader").asText()).isEqualTo("member:ada");
        assertThat(playlists.notes).containsExactly("authenticated member:ada", "validated", "answered 200");
        return answer.path("thread").asText();
    }

    @Test
    void body_withAMemberOfAPathParametersName_doesNotStandInForIt() {
        JsonNode answer = json(save("{\"name\": \"of-the-body\", \"public\": false}"));

        assertThat(answer.path("name").asText()).isEqualTo("evening");
        assertThat(answer.path("title").asText()).isEqualTo("of-the-body");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | public | is missing",
                "{\"public\":\"true\"} | public | must be true or false, not a text",
                "{\"public\":1} | public | must be true or false, not a number",
                "{\"public\":true,\"rating\":2.5} | rating | must be a whole number, not a number with a decimal point or an exponent",
                "{\"public\":true,\"rating\":0} | rating | must be 1 or more",
                "{\"public\":true,\"rating\":6} | rating | must be 5 or less",
                "{\"public\":true,\"name\":7} | name | must be a text in quotation marks, not a number",
                "{\"public\":true,\"tracks\":{}} | tracks | must be an array, not an object",
                "{\"public\":true,\"tracks\":[null]} | tracks[0] | must be an object, not null",
                "{\"public\":true,\"tracks\":[{\"title\":\"a\"},{}]} | tracks[1].title | is missing",
                "{\"public\":true,\"tracks\":[{\"title\":\"\"}]} | tracks[0].title | must not be empty",
                "{\"public\":true,\"tracks\":[{\"title\":\"a\\u0001\"}]} | tracks[0].title | must be without control characters",
                "{\"public\":true,\"tracks\":[{\"title\":\"\\ud800\"}]} | tracks[0].title | must be text, and has half of a surrogate pair",
                "{\"public\":true,\"tracks\":[{\"title\":\"a\",\"labels\":[\"odd\"]}]} | tracks[0].labels[0] | must be old or new",
                "{\"public\":true,\"tracks\":[{\"title\":\"a\",\"labels\":[\"old\",\"old\"]}]} | tracks[0].labels | must not have an element twice",
                "{\"public\":true,\"tracks\":[{\"title\":\"a\",\"canary\":1}]} | tracks[0] | has a member that is not known; those known are title, seconds, labels",
                "{\"public\":true,\"tracks\":[{\"title\":\"a\",\"title\":\"b\"}]} | title | stands in the body more than once",
                "{\"public\":true,\"tracks\":[{\"canary\":1,\"canary\":2}]} | `` | has a member more than once",
                "{\"public\":true,\"tracks\":[{\"title\":\"a\"},{\"title\":\"a\"},{\"title\":\"a\"},{\"title\":\"a\"}]} | tracks | must have at most 3 elements",
                "[] | `` | must be one JSON object, not an array",
            })
    void body_thatIsWrong_isToldFieldByField(String body, String field, String words) {
        HttpResponse<String> answer = save(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("code").asText()).isEqualTo("INVALID_REQUEST");
        assertThat(json(answer).path(field).get(0).asText()).isEqualTo(words);
        assertThat(json(answer).path("message").asText())
                .isEqualTo((field.isEmpty() ? "the body" : field) + ' ' + words);
        assertThat(json(answer).path("detail").asText()).endsWith(words + '.');
        assertThat(answer.body()).doesNotContain("canary");
        assertThat(playlists.saved).isEmpty();
    }

    @Test
    void body_ofThousandsOfWrongElements_isToldTheFirstHundred() {
        HttpResponse<String> answer = save("{\"public\":true,\"tracks\":[1" + ",1".repeat(20_000) + "]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("tracks[9]").hasSizeLessThan(10_000);
        assertThat(json(answer).path("message").asText()).startsWith("tracks");
    }

    @Test
    void body_withSeveralFaults_isToldAllOfThem() {
        JsonNode answer = json(save("{\"rating\":9,\"tracks\":[{\"title\":7}]}"));

        assertThat(answer.path("public").get(0).asText()).isEqualTo("is missing");
        assertThat(answer.path("rating").get(0).asText()).isEqualTo("must be 5 or less");
        assertThat(answer.path("tracks[0].title").get(0).asText()).startsWith("must be a text");
    }

    @Test
    void body_nestedDeeperThanAnySchema_isRefused_andNotRecursedInto() {
        String deep = "{\"public\":" + "[".repeat(20_000) + "]".repeat(20_000) + '}';

        assertThat(json(save(deep)).path("message").asText()).isEqualTo("the body is nested deeper than 32 levels");
    }

    @Test
    void numbers_thatNoTypeHolds_areRefused_andCostNothing() {
        assertThat(save("{\"public\":true,\"rating\":1e999999999}").statusCode())
                .isEqualTo(400);
        assertThat(save("{\"public\":true,\"rating\":" + "9".repeat(60_000) + '}')
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void credentials_ofAnyScheme_areLookedForInTheOrderOfTheDefinition() {
        assertThat(json(send(put("{\"public\":true}")
                                .header("Cookie", "session=bob")
                                .header("X-CSRFToken", "t")))
                        .path("owner")
                        .asText())
                .isEqualTo("bob");
        assertThat(json(send(put("{\"public\":true}")
                                .header("Cookie", "session=bob")
                                .header("Authorization", MAY)
                                .header("X-CSRFToken", "t")))
                        .path("owner")
                        .asText())
                .isEqualTo("ada");
        HttpResponse<String> bad =
                send(put("{}").header("Cookie", "session=bob").header("Authorization", "Token"));
        assertThat(bad.statusCode()).isEqualTo(401);
        assertThat(bad.headers().firstValue("WWW-Authenticate")).contains("Token realm=\"toy\"");
        assertThat(send(put("{}")).statusCode()).isEqualTo(401);
        assertThat(send(put("{}").header("Authorization", "Token eve")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void operation_thatNeedsNoCredential_stillKnowsWhoShowsOne() {
        assertThat(json(send(request("/playlists/x"))).path("reader").asText()).isEqualTo("nobody");
        assertThat(json(send(request("/playlists/x").header("Authorization", MAY)))
                        .path("reader")
                        .asText())
                .isEqualTo("member:ada");
        assertThat(send(request("/playlists/x").header("Authorization", "nonsense"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void patch_ofOptionalSecurity_isServedToWhoeverCalls_withEachCookieOfItsOwn() {
        HttpResponse<String> answer = send(patch());

        assertThat(json(answer).path("who").asText()).isEqualTo("nobody");
        assertThat(answer.headers().allValues("Set-Cookie")).containsExactly("one=1; Path=/", "two=2; Path=/");
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(json(send(patch().header("Cookie", "session=bob").header("X-CSRFToken", "t")))
                        .path("who")
                        .asText())
                .isEqualTo("member:bob");
        assertThat(json(send(patch().header("Cookie", "a=b; other=c")))
                        .path("other")
                        .asText())
                .isEqualTo("c");
        assertThat(send(patch().header("Authorization", "Token")).statusCode()).isEqualTo(401);
        assertThat(send(request("/playlists/evening").method("POST", BodyPublishers.noBody()))
                        .headers()
                        .firstValue("Allow"))
                .contains("GET, HEAD, PATCH, PUT");
    }

    @Test
    void hooks_areTold_inTheOrderOfTheChecks() {
        assertThat(send(put("{}").header("Cookie", "session=bob")).statusCode()).isEqualTo(403);
        assertThat(playlists.notes).containsExactly("authenticated member:bob", "answered 403");
        playlists.notes.clear();

        assertThat(save("{}").statusCode()).isEqualTo(400);
        assertThat(playlists.notes).containsExactly("authenticated member:ada", "answered 400");
        playlists.notes.clear();

        assertThat(save("{\"public\":true}").statusCode()).isEqualTo(200);
        assertThat(playlists.notes).containsExactly("authenticated member:ada", "validated", "answered 200");
    }

    @Test
    void hook_thatFailsToTakeNote_changesNoResponse() {
        playlists.failing = true;

        assertThat(save("{\"public\":true}").statusCode()).isEqualTo(200);
    }

    @Test
    void api_withoutAnAuthenticatorForAScheme_isRefusedAtTheStart() {
        Api whole = playlists.api();
        Api lacking = new Api(whole.definition(), Map.of(), whole.endpoints());

        assertThatIllegalArgumentException().isThrownBy(() -> start(lacking)).withMessageContaining("no authenticator");
    }

    @Test
    void path_thatIsNot_belowTheBasePath_isToldInTheFormOfTheApi() {
        assertThat(json(send(request("/nothing"))).has("detail")).isTrue();
        assertThat(json(send(request("/playlists/%2f"))).has("detail")).isTrue();
        assertThat(json(send(request("2/nothing"))).has("detail")).isFalse();
    }

    @Test
    void page_andItsErrors_areForPeople() {
        assertThat(send(request("/playlists/x/page")).body()).isEqualTo("<p>songs</p>");

        HttpResponse<String> refused = send(request("/playlists/X/page"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).isEqualTo("<p>nothing</p>");
    }

    @Test
    void page_withASlashBehindIt_leadsToThePage_withItsQuery() {
        HttpResponse<String> led = send(request("/playlists/x/page/?q=late"));

        assertThat(led.statusCode()).isEqualTo(303);
        assertThat(led.headers().firstValue("Location")).contains("../page?q=late");
    }

    @ParameterizedTest
    @ValueSource(ints = {Response.LONGEST_LOCATION, 20_000})
    void page_withASlashBehindItAndALongQuery_isRefusedAsAnyPathWithASlash(int length) {
        HttpResponse<String> refused = send(request("/playlists/x/page/?" + "q".repeat(length)));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Location")).isEmpty();
    }

    private HttpResponse<String> save(String body) {
        return send(put(body).header("Authorization", MAY));
    }

    private HttpRequest.Builder patch() {
        return request("/playlists/evening")
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{}"));
    }

    private HttpRequest.Builder put(String body) {
        return request("/playlists/evening")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/toy/v1" + path))
                .timeout(Duration.ofSeconds(10));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
