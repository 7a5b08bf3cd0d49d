package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does first who has an account nowhere: {@code ./aura run --with-fakes --print-sample}. */
class FakesAcceptanceTest {
    private static final String PHONE = "+34600000078";
    private static final String LAST_OF_THE_SAMPLE = "A page on which to speak with the bot";
    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/\\S+\\?state=(\\S+)");
    private static final Pattern PLAYED = Pattern.compile("href=\"([^\"]+/start\\?state=[^\"]+)\"");
    private static final Pattern CALL = Pattern.compile("curl -s (http://\\S+) -H 'Authorization: (APIKEY \\S+)'");
    private static final Pattern CODE = Pattern.compile("(?:^|&)code=([^&]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void sample_followedInABrowser_logsInTalksAndLogsOut() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder, Servers.embedded(), "--with-fakes", "--print-sample")) {
            String sample = sample(server);
            List<MatchResult> links = LINK.matcher(sample).results().toList();
            List<MatchResult> calls = CALL.matcher(sample).results().toList();
            Api api = new Api(server);
            Browser browser = new Browser();

            URI link = URI.create(links.get(0).group());
            URI kernel = Browser.onwards(browser.submit(link.resolve("start"), browser.get(link)));
            Map<String, String> cookies = browser.cookies();
            HttpResponse<String> entered = browser.submit(
                    kernel.resolve("authorize"), browser.get(kernel), Map.of("identifier", PHONE, "action", "login"));
            URI callback = Browser.location(entered);
            HttpResponse<String> done = browser.get(callback.resolve(Browser.location(browser.get(callback))));

            assertThat(done.statusCode()).isEqualTo(200);
            assertThat(api.call(call(calls.get(0))).body()).contains("\"auraId\":\"my-first-login\"", PHONE);
            assertThat(api.call(call(calls.get(1))).body()).contains("\"token\":", "\"expires_in\":");
            assertThat(api.call(call(calls.get(2))).body())
                    .contains("\"conversationId\":", "\"streamUrl\":\"ws://127.0.0.1:");
            assertThat(browser.get(URI.create(links.get(1).group())).statusCode())
                    .isEqualTo(303);
            assertThat(api.call(call(calls.get(0))).statusCode()).isEqualTo(404);
            String here = new Browser().get(server.uri("/")).body();
            MatchResult played = PLAYED.matcher(here).results().findFirst().orElseThrow();
            assertThat(here).contains("Speak with the played bot").doesNotContain("aur2_");
            assertThat(new Browser()
                            .get(URI.create(played.group(1).replace("&amp;", "&")))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(log(server))
                    .contains("outgoing request")
                    .doesNotContain(PHONE.substring(1), "APIKEY", "aus2_", "aur2_")
                    .doesNotContain(CODE.matcher(callback.getRawQuery())
                            .results()
                            .map(code -> code.group(1))
                            .toList())
                    .doesNotContain(cookies.values());
        }
    }

    private static HttpRequest call(MatchResult printed) {
        return HttpRequest.newBuilder(URI.create(printed.group(1)))
                .timeout(PATIENCE)
                .header("Authorization", printed.group(2))
                .build();
    }

    /** The sample comes just after the server is ready. */
    private static String sample(ServerProcess server) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (server.output().stream().noneMatch(line -> line.startsWith(LAST_OF_THE_SAMPLE))) {
            assertThat(Instant.now())
                    .as("there is no sample in %s", server.output())
                    .isBefore(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return server.output().stream().filter(line -> !line.startsWith("{")).collect(Collectors.joining("\n"));
    }

    private static String log(ServerProcess server) {
        return server.output().stream().filter(line -> line.startsWith("{")).collect(Collectors.joining("\n"));
    }
}
