package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.redis.FreePorts;
import io.github.auraauth.domain.state.LoginState;
import io.github.auraauth.domain.state.StatePurpose;
import io.github.auraauth.testkit.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The service in a runtime of nothing but the modules that the container's list has, as a user without a name, with a
 * read-only root, no home, no variables and a closed {@code /tmp}, as containers and hardened units have it. The user who
 * runs the tests must be root.
 */
@Tag("deep")
class ClosedSystemTest {
    private static final Path FOLDER = Path.of("target", "closed-system").toAbsolutePath();
    private static final Path DATA = FOLDER.resolve("data");
    private static final String PASSWORD = AccountServers.PASSWORD;

    private static ClosedServer server;

    @BeforeAll
    static void start() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            throw new AssertionError("only root can close a system; run this test as root, in a container if you like");
        }
        Tool.find("unshare", "apt-get install util-linux");
        Tool.find("setpriv", "apt-get install util-linux");
        Files.createDirectories(DATA);
        Path runtime = runtime();
        Map<String, String> variables = new HashMap<>(Servers.embedded());
        variables.put("AURA_SERVICE_PORT", Integer.toString(FreePorts.next()));
        variables.put("TAC_PORT", Integer.toString(FreePorts.next()));
        variables.put("AURA_DATA_FOLDER", DATA.resolve("store").toString());
        variables.put("AURA_ADMIN_USERNAME", "root");
        variables.put("AURA_ADMIN_PASSWORD", PASSWORD);
        server = ClosedServer.start(DATA, runtime, variables);
    }

    @AfterAll
    static void stop() {
        try (ClosedServer ended = server) {
            assertThat(ended.stop()).isZero();
            assertThat(ended.output())
                    .doesNotContain("NoClassDefFoundError", "UnsatisfiedLinkError", "AccessDeniedException")
                    .doesNotContain("Read-only file system", "\"lvl\":\"ERROR\"");
        }
    }

    @Test
    void runtime_ofTheListedModules_canNeitherCompileNorDebug() {
        String modules = new Tool(runtime().resolve("bin/java")).run(FOLDER, "--list-modules");

        assertThat(modules).doesNotContain("jdk.compiler", "jdk.jdi", "jdk.jshell", "jdk.attach", "jdk.jlink");
    }

    @Test
    void login_throughKernel_works_andTellsTheTimeInTheLanguageOfThePage() {
        Browser browser = new Browser();
        var spanish = new LoginState.Extras(Optional.of("es-es"), Optional.empty(), Optional.empty(), Optional.empty());
        String state = KernelServers.state(KernelServers.someone(), StatePurpose.LOGIN, spanish);
        URI link = server.uri("/aura-services/v1/users/auraid/integrated/start?state=" + state);
        HttpResponse<String> question = browser.get(link);
        assertThat(question.body()).containsPattern("\\d+ de [a-z]+ de 20\\d\\d");
        URI kernel = Browser.onwards(browser.submit(link.resolve("start"), question));
        Map<String, String> typed = Map.of("identifier", KernelServers.PHONE, "action", "login");
        HttpResponse<String> entered = browser.submit(kernel.resolve("authorize"), browser.get(kernel), typed);

        assertThat(browser.get(Browser.location(entered)).statusCode()).isEqualTo(303);
    }

    @Test
    void pages_ofAnAdministrator_areThere() {
        Browser browser = new Browser();
        URI login = server.uri("/login");
        Map<String, String> typed = Map.of("username", "root", "password", PASSWORD);
        Eventually.holds("root is logged in", () -> {
            HttpResponse<String> answer = browser.submit(login, browser.get(login), typed);
            return answer.statusCode() == 303;
        });
        PrefixWalk walk = new PrefixWalk(server.uri(""), browser)
                .from(List.of("/account", "/admin", "/account/security/app", "/account/security/passkeys/new"));

        assertThat(walk.missing()).isEmpty();
        assertThat(walk.seen()).hasSizeGreaterThan(25);
        assertThat(browser.get(server.uri("/aura-services/v1/openid/jwk")).statusCode())
                .isEqualTo(200);
        assertThat(browser.get(server.uri("/metrics")).body()).contains("jvm_memory_used_bytes", "process_cpu_usage");
    }

    /** Made once for each list of modules. */
    private static Path runtime() {
        String modules = DeployFiles.text("container/modules.txt");
        Path runtime = FOLDER.resolve("java-" + Integer.toHexString(modules.hashCode()));
        if (!Files.exists(runtime.resolve("bin/java"))) {
            new Tool(Path.of(System.getProperty("java.home"), "bin", "jlink"))
                    .run(
                            FOLDER,
                            "--add-modules",
                            modules.strip().replace('\n', ','),
                            "--include-locales=en,es,de,pt",
                            "--strip-debug",
                            "--no-header-files",
                            "--no-man-pages",
                            "--output",
                            runtime.toString());
        }
        return runtime;
    }
}
