package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.ProviderCalls.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.testkit.Eventually;
import io.github.auraauth.testkit.Race;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the provider answers while its store takes requests and answers none. */
class ProviderOutageAcceptanceTest {
    /** The longest time that an endpoint of the provider may take, and what a busy machine adds. */
    private static final Duration LONGEST = Duration.ofSeconds(6).plusSeconds(2);

    @TempDir
    private Path folder;

    private final ReturningMongo mongo = new ReturningMongo();

    @Test
    void call_whileTheStoreIsFrozen_isTemporarilyUnavailable_andMetadataIsThere() {
        Map<String, String> environment = Servers.on(mongo.uri());
        environment.put("AURA_OIDC_KEY_SET_MAX_AGE", "1");
        CommandLine operator = new CommandLine(folder, environment);
        try (ServerProcess server = ServerProcess.start(folder.resolve("server"), environment)) {
            operator.run(
                    "", "oidc", "create-client", "App", "public", "--client-id", "app", "-u", "https://a.example/c");
            operator.run("", "oidc", "rotate-keys");
            ProviderCalls calls = new ProviderCalls(server);
            RelyingParty app = new RelyingParty("app", "", "https://a.example/c");
            Eventually.holds(
                    "there are keys", () -> calls.get("/oidc/jwks", Map.of()).statusCode() == 200);
            assertThat(calls.authorize(app.request(), Map.of()).statusCode()).isEqualTo(303);
            mongo.freeze();

            List<HttpResponse<String>> unavailable = inTime(List.of(
                    () -> calls.token(new RelyingParty("b", "s", "x"), RelyingParty.refresh("x")),
                    () -> calls.get("/oidc/userinfo", AccountsClient.by("Bearer aura_" + "a".repeat(43))),
                    () -> calls.post("/oidc/revoke", "token=x&client_id=another", Map.of()),
                    () -> calls.authorize(new RelyingParty("c", "", "x").request(), Map.of("Cookie", "aura-session=x")),
                    () -> calls.get("/oidc/end-session", Map.of("Cookie", "aura-session=y"))));
            unavailable.subList(0, 3).forEach(ProviderOutageAcceptanceTest::assertUnavailable);
            assertThat(unavailable.subList(3, 5))
                    .allMatch(page -> page.statusCode() == 503)
                    .allMatch(page ->
                            page.headers().firstValue("content-type").orElse("").startsWith("text/html"));
            assertThat(inTime(List.of(
                            () -> calls.get("/oidc/.well-known/openid-configuration", Map.of()),
                            () -> calls.get("/.well-known/oauth-authorization-server/oidc", Map.of()),
                            () -> calls.get("/healthz?probe=live", Map.of()))))
                    .allMatch(answer -> answer.statusCode() == 200);
            // known for five seconds, and then nobody knows
            Eventually.holds(
                    "the key set is away",
                    () -> calls.get("/oidc/jwks", Map.of()).statusCode() == 503);
            assertUnavailable(calls.get("/oidc/jwks", Map.of()));
        } finally {
            mongo.close();
        }
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(error(answer)).isEqualTo("temporarily_unavailable");
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
    }

    /** Beside each other. */
    private static List<HttpResponse<String>> inTime(List<Supplier<HttpResponse<String>>> calls) {
        return Race.of(calls.size(), number -> {
            long begun = System.nanoTime();
            HttpResponse<String> answer = calls.get(number).get();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONGEST);
            return answer;
        });
    }
}
