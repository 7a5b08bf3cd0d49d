package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessMode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two instances behind a real proxy, which is set up by the example that operators take home. */
@Tag("deep")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProxyTest {
    private static final String PREFIX = "/aura";
    static final String API = PREFIX + "/aura-services/v1";
    private static final String PROXY_ADDRESS = "127.0.0.1";

    private ProxyExample example;
    private final Deque<Runnable> ends = new ArrayDeque<>();
    private ProxiedInstances instances;

    abstract Tool tool();

    /** Writes what the proxy is set up by. */
    abstract Path write(ProxyExample example, Path folder);

    /** Arguments by which the proxy looks at how it is set up. */
    abstract List<String> check(Path configuration);

    /** Arguments by which it runs in the foreground. */
    abstract List<String> run(Path configuration);

    /** Has the proxy send nothing more to that instance, where it cannot find out by itself. */
    void takeOut(int instance) {}

    /** Has the proxy send requests to that instance again, which is ready. */
    void putBack(int instance) {}

    final ProxyExample example() {
        return example;
    }

    final ProxiedInstances instances() {
        return instances;
    }

    @BeforeAll
    void open(@TempDir Path folder) {
        Tool tool = tool();
        example = new ProxyExample(folder);
        Path configuration = write(example, folder);
        tool.run(folder, check(configuration).toArray(String[]::new));
        Map<String, String> environment = new HashMap<>();
        environment.put("AURA_PUBLIC_URL", example.address() + PREFIX);
        environment.put("AURA_TRUSTED_PROXIES", PROXY_ADDRESS);
        environment.put("AURA_APIKEY_THROTTLE", "3");
        instances = ProxiedInstances.start(folder, example.instancePorts(), environment);
        ends.push(instances::close);
        List<String> command = new ArrayList<>(List.of(tool.path().toString()));
        command.addAll(run(configuration));
        ends.push(ForeignServer.start(folder, Map.of(), command, example.port())::close);
    }

    @AfterAll
    void close() {
        ends.forEach(Runnable::run);
    }

    @Test
    void prefix_isTakenOff_andEverythingIsFoundBelowIt() {
        Browser browser = new Browser(example.client());
        PrefixWalk walk = new PrefixWalk(URI.create(example.address() + PREFIX), browser)
                .from(List.of("/", "/login", "/aura-services/v1/docs"));

        assertThat(walk.outside()).isEmpty();
        assertThat(walk.missing()).isEmpty();
        assertThat(walk.seen()).hasSizeGreaterThan(6);
        assertThat(browser.cookies().keySet()).allMatch(name -> name.startsWith("__Host-aura-aura-"));
        assertThat(browser.get(example.uri("/elsewhere")).statusCode()).isEqualTo(404);
        assertThat(browser.get(example.uri(PREFIX + "/metrics")).statusCode()).isEqualTo(404);
        assertThat(browser.get(example.uri(API + "/metrics")).statusCode()).isEqualTo(404);
    }

    @Test
    void connections_toTheInstances_areUsedAgainAfterAPause() throws Exception {
        Browser client = new Browser(example.client());
        for (int i = 0; i < 4; i++) {
            assertThat(client.get(example.uri(API + "/local-ping")).statusCode())
                    .isEqualTo(200);
        }
        List<String> before = instances.connections();
        TimeUnit.SECONDS.sleep(35);
        for (int i = 0; i < 4; i++) {
            assertThat(client.get(example.uri(API + "/local-ping")).statusCode())
                    .isEqualTo(200);
        }

        assertThat(before).isNotEmpty();
        assertThat(instances.connections()).containsAnyElementsOf(before);
    }

    @Test
    void caller_isKnownByWhatTheProxySays_andByNothingThatTheyClaim() throws Exception {
        for (int i = 0; i < 12; i++) {
            example.statusFrom("127.0.0.2", API + "/ping", "203.0.113." + i);
        }

        assertThat(example.statusFrom("127.0.0.2", API + "/ping", "203.0.113.99"))
                .isEqualTo(429);
        assertThat(example.statusFrom("127.0.0.3", API + "/ping", "127.0.0.2")).isEqualTo(401);
        assertThat(new Browser(example.client())
                        .get(example.uri(API + "/local-ping"))
                        .headers()
                        .firstValue("Strict-Transport-Security"))
                .as("the caller came by https")
                .isPresent();
    }

    @Test
    void state_asLongAsTheyCome_passes() {
        String state = "s".repeat(15_000);
        HttpResponse<String> answer =
                new Browser(example.client()).get(example.uri(API + "/users/auraid/integrated/start?state=" + state));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<html");
    }

    @Test
    void restart_ofOneInstanceAfterTheOther_losesNoRequest() throws Exception {
        String key = "APIKEY " + Api.key("aura-bot", AccessMode.READ_WRITE);
        try (ProxyLoad load = ProxyLoad.start(example, API, key)) {
            load.awaitAnswers(200);
            for (int instance = 0; instance < 2; instance++) {
                takeOut(instance);
                instances.restart(instance);
                putBack(instance);
                load.awaitAnswers(200);
            }

            assertThat(load.end()).isEmpty();
        }
    }
}
