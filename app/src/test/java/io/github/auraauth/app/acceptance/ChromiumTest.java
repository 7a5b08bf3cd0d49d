package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.auraauth.adapter.redis.FreePorts;
import io.github.auraauth.domain.state.LoginState;
import io.github.auraauth.domain.state.StatePurpose;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.fakes.kernel.FakeKernel;
import io.github.auraauth.fakes.kernel.KnownClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of a login in a real Chromium, served by a real process; screenshots stay in {@code target/screenshots}. */
@Tag("deep")
class ChromiumTest {
    private static final String LOGIN = "/aura-services/v1/users/auraid/integrated";
    private static final Path SCREENSHOTS = Path.of("target", "screenshots").toAbsolutePath();
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private static Path folder;

    private static NpmProject chromium;
    private static FakeKernel kernel;
    private static ServerProcess server;
    private static HttpServer chat;
    private static String chatAddress;

    @BeforeAll
    static void open() throws IOException {
        chromium = NpmProject.install("pages", folder.resolve("pages"));
        chat = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        chat.createContext("/", exchange -> {
            byte[] page = "<!doctype html><title>Chat</title>back in the chat".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        chat.start();
        chatAddress = "http://localhost:" + chat.getAddress().getPort() + "/back";
        int port = FreePorts.next();
        String redirect = "http://127.0.0.1:" + port + LOGIN;
        kernel = FakeKernel.start(
                0,
                List.of(new KnownClient(
                        "aura",
                        Optional.of(KernelServers.CLIENT_SECRET),
                        Optional.empty(),
                        List.of(URI.create(redirect)))),
                InstantSource.system(),
                RANDOM);
        Map<String, String> environment = Servers.embedded();
        environment.put("AURA_SERVICE_PORT", Integer.toString(port));
        environment.put("AURA_FP_AUTHSERVER_ENDPOINT", kernel.address().toString());
        environment.put("AURA_FP_CLIENT_ID", "aura");
        environment.put("AURA_FP_CLIENT_SECRET", KernelServers.CLIENT_SECRET);
        environment.put("AURA_REDIRECT_URI", redirect);
        environment.put("AURA_TRUSTED_HOSTNAMES", "localhost");
        environment.put("AURA_APIKEY_THROTTLE", "0");
        server = ServerProcess.start(folder.resolve("server"), environment);
    }

    @AfterAll
    static void close() {
        server.close();
        kernel.close();
        chat.stop(0);
    }

    @Test
    void pages_ofALogin_arePleasantAtEveryWidthAndForEverybody() {
        List<String> arguments = new ArrayList<>(
                List.of("pages.mjs", SCREENSHOTS.resolve("pages").toString()));
        for (String locale : List.of("de-de", "en-gb", "es-es", "pt-br")) {
            arguments.add(server.uri(LOGIN + "/done?locale=" + locale).toString());
            arguments.add(server.uri(LOGIN + "/done?of=logout&locale=" + locale).toString());
            arguments.add(question(locale));
            arguments.add(KernelServers.start(server, state(KernelServers.someone(), locale))
                    .toString());
        }
        arguments.add(KernelServers.start(server, "nonsense").toString());
        arguments.add(begun(KernelServers.someone()).toString());
        assertThat(chromium.node(Map.of(), arguments)).contains("0 findings");
    }

    @Test
    void login_inARealBrowser_endsWhereTheChatIs() {
        AuraId here = KernelServers.someone();
        AuraId elsewhere = KernelServers.someone();
        String plain = begun(elsewhere).toString().replaceAll("&code_challenge(_method)?=[^&]*", "");
        Map<String, String> way = Map.of(
                "WALK_START",
                KernelServers.start(server, state(here, "en-gb")).toString(),
                "WALK_PLAIN",
                plain,
                "WALK_PERSON",
                KernelServers.PHONE,
                "WALK_CHAT",
                chatAddress);
        assertThat(chromium.node(
                        way, List.of("walk.mjs", SCREENSHOTS.resolve("walk").toString())))
                .contains("0 findings");
        Api api = new Api(server);
        assertThat(api.call(api.read(here.value())).statusCode()).isEqualTo(200);
        assertThat(api.call(api.read(elsewhere.value())).statusCode()).isEqualTo(200);
    }

    /** Where a login that was begun goes on: the page on which the played Kernel asks who it is. */
    private static URI begun(AuraId auraId) {
        return KernelServers.begin(new Browser(), server, state(auraId, "en-gb"));
    }

    /** Where a link that was begun elsewhere leads: the page asks first, and may be looked at as often as one likes. */
    private static String question(String locale) {
        return server.uri(LOGIN + "?code=a-code&state=" + state(KernelServers.someone(), locale))
                .toString();
    }

    private static String state(AuraId auraId, String locale) {
        return KernelServers.state(
                auraId,
                StatePurpose.LOGIN,
                new LoginState.Extras(
                        Optional.of(locale), Optional.of(chatAddress), Optional.empty(), Optional.empty()));
    }
}
