package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.state.StatePurpose;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files of the deployment take for granted of a running server. */
class DeployAcceptanceTest {
    private static final Pattern NAME = Pattern.compile("(?m)^([a-z_]+)(?:\\{[^}]*})? ");

    @TempDir
    private static Path folder;

    private static ServerProcess server;

    @BeforeAll
    static void start() {
        Map<String, String> environment = Servers.embedded();
        environment.put("AURA_MICROSOFT_AZURE_STORAGE_COMMON_ACCOUNT", "fakeaccount");
        environment.put("AURA_MICROSOFT_AZURE_STORAGE_COMMON_ACCESS_KEY", "YWFhYQ==");
        environment.put("AURA_MICROSOFT_AZURE_STORAGE_COMMON_ENDPOINT", "http://127.0.0.1:1/fakeaccount");
        server = ServerProcess.start(folder, environment, "--with-fakes");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void metrics_ofAlertsAndDashboard_areShownWithTheirLabels() {
        logIn();
        String metrics = new Browser().get(server.uri("/metrics")).body();
        Set<String> shown =
                NAME.matcher(metrics).results().map(found -> found.group(1)).collect(Collectors.toSet());

        assertThat(DeployFiles.metrics()).hasSizeGreaterThan(15);
        assertThat(shown).containsAll(DeployFiles.metrics());
        assertThat(DeployFiles.labels()).hasSizeGreaterThan(6);
        DeployFiles.labels()
                .forEach((metric, labels) -> assertThat(metrics.lines()
                                .filter(line -> line.startsWith(metric + "{"))
                                .findFirst()
                                .orElse(""))
                        .as(metric)
                        .contains(labels.stream().map(label -> label + "=\"").toList()));
    }

    /** Else the alert on it would fire for ever. */
    @Test
    void sharedCache_whereNoneIsConfigured_isNoneThatIsNotBelieved() {
        assertThat(new Browser().get(server.uri("/metrics")).body())
                .containsPattern("(?m)^aura_cache_shared_believed(\\{[^}]*})? 1(\\.0)?$");
    }

    @Test
    void healthCheck_ofTheContainer_needsNoMoreThanAShell_andTellsALiveOneFromNone() {
        assertThat(healthCheck(server.port()).status()).isZero();
        assertThat(healthCheck(1).status()).isNotZero();
    }

    /** What is called for it has figures of its own. */
    private static void logIn() {
        Browser browser = new Browser();
        URI link = KernelServers.start(server, KernelServers.state(KernelServers.someone(), StatePurpose.LOGIN));
        URI kernel = Browser.onwards(browser.submit(link.resolve("start"), browser.get(link)));
        Map<String, String> typed = Map.of("identifier", KernelServers.PHONE, "action", "login");
        HttpResponse<String> entered = browser.submit(kernel.resolve("authorize"), browser.get(kernel), typed);
        assertThat(browser.get(Browser.location(entered)).statusCode()).isEqualTo(303);
    }

    private static FinishedProcess healthCheck(int port) {
        return FinishedProcess.run(
                folder,
                Map.of("AURA_SERVICE_PORT", Integer.toString(port), "PATH", "/nowhere"),
                List.of("/bin/bash", "-c", DeployFiles.healthCheck()));
    }
}
