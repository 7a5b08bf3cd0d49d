package io.github.auraauth.app.acceptance;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.github.auraauth.adapter.redis.FreePorts;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.LoginState;
import io.github.auraauth.domain.state.LoginStates;
import io.github.auraauth.domain.state.StatePolicy;
import io.github.auraauth.domain.state.StatePurpose;
import io.github.auraauth.domain.state.StateRequest;
import io.github.auraauth.domain.state.StateRules;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.fakes.kernel.KnownClient;
import io.github.auraauth.fakes.kernel.ScriptedKernel;
import io.github.auraauth.testkit.Eventually;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two server processes on one database, and Kernel, played. At Kernel the first one proves itself by a secret, the second
 * one by its private key, whose public half Kernel fetches from it.
 */
final class KernelServers implements AutoCloseable {
    static final String PHONE = "+34600000077";
    static final String CLIENT_SECRET = "an-example-client-secret";
    private static final String REDIRECT = "https://aura.example/aura-services/v1/users/auraid/integrated";
    private static final String LOGIN = "/aura-services/v1/users/auraid/integrated";
    private static final SecureRandom RANDOM = new SecureRandom();

    final ScriptedKernel kernel;
    final ServerProcess first;
    final ServerProcess second;
    final Api api;
    private final MongoServer mongo = new MongoServer(new MemoryBackend());

    KernelServers(Path folder) {
        int port = FreePorts.next();
        kernel = ScriptedKernel.start(
                0,
                List.of(new KnownClient(
                        "aura",
                        Optional.of(CLIENT_SECRET),
                        Optional.of(URI.create("http://127.0.0.1:" + port + "/aura-services/v1/openid/jwk")),
                        List.of(URI.create(REDIRECT)))),
                InstantSource.system(),
                RANDOM);
        Map<String, String> environment = Servers.on(mongo.bindAndGetConnectionString());
        environment.put("AURA_FP_AUTHSERVER_ENDPOINT", kernel.address().toString());
        environment.put("AURA_FP_CLIENT_ID", "aura");
        environment.put("AURA_REDIRECT_URI", REDIRECT);
        environment.put("AURA_TRUSTED_HOSTNAMES", "chat.example");
        environment.put("AURA_APIKEY_THROTTLE", "0");
        environment.put("AURA_LOGGING_LEVEL", "DEBUG");
        environment.put("AURA_SERVICE_PORT", Integer.toString(port));
        second = ServerProcess.launch(folder.resolve("b"), environment);
        environment.remove("AURA_SERVICE_PORT");
        environment.put("AURA_FP_CLIENT_SECRET", CLIENT_SECRET);
        first = ServerProcess.launch(folder.resolve("a"), environment);
        first.awaitReady();
        second.awaitReady();
        api = new Api(first);
    }

    /** A state as aura-bot makes one. */
    static String state(AuraId auraId, StatePurpose purpose) {
        return state(auraId, purpose, LoginState.Extras.NONE);
    }

    static String state(AuraId auraId, StatePurpose purpose, LoginState.Extras extras) {
        return state(new StateRequest(auraId, channel(), purpose, extras), Api.ENCRYPTION_KEY, Instant.now());
    }

    static String state(AuraId auraId, StatePurpose purpose, String encryptionKey, Instant now) {
        return state(new StateRequest(auraId, channel(), purpose, LoginState.Extras.NONE), encryptionKey, now);
    }

    private static ChannelId channel() {
        return ChannelId.parse(Api.CHANNEL).orElseThrow();
    }

    private static String state(StateRequest request, String encryptionKey, Instant now) {
        LoginStates states = new LoginStates(
                EncryptionKeys.parse("aes-256-cbc", encryptionKey),
                35,
                new StateRules(StatePolicy.STRICT, Duration.ofMinutes(10)),
                KeyedDigest.derivedFrom(Secret.ofText(Api.SEED), "tests"),
                RANDOM);
        return new String(states.issue(request, now).reveal(), StandardCharsets.US_ASCII);
    }

    static AuraId someone() {
        return AuraId.random(RANDOM);
    }

    static URI start(ServerProcess server, String state) {
        return server.uri(LOGIN + "/start?state=" + state);
    }

    static URI logout(ServerProcess server, String state) {
        return server.uri(LOGIN + "/logout?state=" + state);
    }

    /** Where Kernel sends the browser back to, at the server that the balancer chooses. */
    static URI callback(ServerProcess server, URI redirect) {
        return server.uri(LOGIN + '?' + redirect.getRawQuery());
    }

    static URI login(ServerProcess server) {
        return server.uri(LOGIN);
    }

    /** Opens a link and says yes; gives where the browser goes on to. */
    static URI begin(Browser browser, ServerProcess server, String state) {
        URI link = start(server, state);
        return Browser.onwards(browser.submit(link.resolve("start"), browser.get(link)));
    }

    /** Starts on a server and logs in at Kernel; gives where Kernel sends the browser back to. */
    URI logInAtKernel(Browser browser, ServerProcess server, String state) {
        return kernel.logIn(begin(browser, server, state), PHONE);
    }

    /** A whole login through one server. */
    HttpResponse<String> logIn(ServerProcess server, String state) {
        Browser browser = new Browser();
        return browser.get(callback(server, logInAtKernel(browser, server, state)));
    }

    int statusOf(AuraId auraId) {
        return api.call(api.read(auraId.value())).statusCode();
    }

    /** Waits until the server that is asked no longer remembers that the user was absent: a second at most. */
    void awaitRegistered(AuraId auraId) {
        Eventually.holds("registered", () -> statusOf(auraId) == 200);
    }

    @Override
    public void close() {
        first.close();
        second.close();
        kernel.close();
        mongo.shutdownNow();
    }
}
