package io.github.auraauth.adapter.http;

import io.github.auraauth.adapter.http.bot.BotEndpoints;
import io.github.auraauth.adapter.http.kernel.KernelApi;
import io.github.auraauth.adapter.http.kernel.OwnUserEndpoints;
import io.github.auraauth.adapter.http.openid.Issuer;
import io.github.auraauth.adapter.http.openid.SigningKeyEndpoints;
import io.github.auraauth.adapter.http.operations.OperationEndpoints;
import io.github.auraauth.adapter.http.user.BlockModeHook;
import io.github.auraauth.adapter.http.user.UserEndpoints;
import io.github.auraauth.adapter.pages.Locales;
import io.github.auraauth.adapter.pages.PageConfig;
import io.github.auraauth.adapter.pages.PageImage;
import io.github.auraauth.adapter.pages.login.LoginPages;
import io.github.auraauth.domain.user.BlockMode;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.RequestHook;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.front.server.ApiServer;
import io.github.auraauth.front.server.Draining;
import io.github.auraauth.front.server.ServerConfig;
import io.github.auraauth.port.in.channel.Channels;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.trace.TracerProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A server over fakes on a free port of the loopback interface, and an ordinary client. */
final class RunningServer implements AutoCloseable {
    static final String BASE = "/aura-services/v1";
    static final String KERNEL_BASE = "/kernel/aura-services/v1";
    static final String KERNEL = "APIKEY kernel rw";
    static final String INTERNAL = "APIKEY aura-bot rw";

    static final Map<String, String> REGISTRATION = Map.of(
            "x-4p-channel-id", "9c1f4f6e-0a6b-4f0e-8f0b-2b1a4c9d7e55",
            "x-4p-user-id", "80234511",
            "x-4p-authorization-id", "6d0c8b54c0a147b29d0f3f1b8f2f0c11",
            "x-4p-authentication-type", "phone_number",
            "x-4p-authentication-identifier", "+34 600 000 000");

    static final String REGISTRATION_BODY = """
            {"channelId":"9c1f4f6e-0a6b-4f0e-8f0b-2b1a4c9d7e55","userId":"80234511",
             "authorizationId":"6d0c8b54c0a147b29d0f3f1b8f2f0c11","authenticationType":"phone_number",
             "authenticationIdentifier":"+34 600 000 000"}""";

    static final Issuer ISSUER =
            new Issuer("https://auth.example.com/openid/issuer", "https://auth.example.com/openid/jwk");

    static final PageConfig PLAIN = pages(false, Optional.empty());

    final FakeCore core = new FakeCore();
    final FakeUserChanges changes;
    final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    final ApiServer server;

    private static final Contract CONTRACT = new Contract(Definitions.authentication());
    private static final Contract OF_KERNEL = new Contract(Definitions.kernel());

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    RunningServer() {
        this(config(0, List.of(), BlockMode.UNBLOCKED));
    }

    RunningServer(ServerSetup setup) {
        this(setup, FakeCore::published);
    }

    /** A server that publishes that much in Kernel. */
    RunningServer(Optional<InboundPorts.Kernel> published) {
        this(config(0, List.of(), BlockMode.UNBLOCKED), core -> published);
    }

    private RunningServer(ServerSetup setup, Function<FakeCore, Optional<InboundPorts.Kernel>> published) {
        core.reset();
        InboundPorts ports = core.ports(published.apply(core));
        changes = new FakeUserChanges(ports.users(), ports.persons());
        Channels channels = id -> core.channels.apply(id);
        InstantSource clock = InstantSource.system();
        SecureRandom random = new SecureRandom();
        Draining draining = new Draining();
        LoginPages pages = new LoginPages(setup.pages(), BASE, registry, random);
        OperationEndpoints operations = new OperationEndpoints(
                "1.2.3", "auraresources", new OperationEndpoints.Readiness(ports.health(), draining), registry, clock);
        Map<String, Endpoint> features = new HashMap<>(operations.byOperation());
        features.putAll(new UserEndpoints(
                        ports.users(),
                        auraId -> Optional.empty(),
                        ports.users()::identifyAnonymous,
                        changes,
                        channels,
                        clock)
                .byOperation());
        features.putAll(new BotEndpoints(ports.bot()).byOperation());
        features.putAll(new SigningKeyEndpoints(ports.signingKeys(), ISSUER).byOperation());
        features.putAll(pages.endpoints(ports.logins()));
        List<RequestHook> hooks = List.of(new BlockModeHook(setup.blockMode()));
        List<Api> apis = new ArrayList<>();
        apis.add(AuthenticationApi.of(
                        ports.keys(),
                        features,
                        pages.errors(),
                        setup.pages().address().prefix())
                .and(hooks));
        ports.kernel()
                .map(kernel -> KernelApi.of(
                        kernel.callers(),
                        new OwnUserEndpoints(kernel.users(), changes, channels),
                        OperationEndpoints.pinging("1.2.3", clock),
                        setup.pages().address().prefix()))
                .map(api -> api.and(hooks))
                .ifPresent(apis::add);
        this.server = ApiServer.start(
                setup.server(), apis, draining, registry, TracerProvider.noop().get("tests"), clock, random);
    }

    static ServerSetup config(int port, List<String> trustedProxies, BlockMode blockMode) {
        return new ServerSetup(
                new ServerConfig(
                        new ServerConfig.Listening("127.0.0.1", port),
                        new ServerConfig.Trust(trustedProxies, Set.of()),
                        "aura-test",
                        Set.of("/ping", "/local-ping"),
                        Duration.ofSeconds(5)),
                blockMode,
                PLAIN);
    }

    /** Packaged texts, English where nobody wants another language. */
    static PageConfig pages(boolean https, Optional<PageImage> image) {
        return pages(new PublicAddress(https, "", ""), image);
    }

    static PageConfig pages(PublicAddress address, Optional<PageImage> image) {
        Locales locales = Locales.of(Optional.empty(), "pro", "en-gb");
        return new PageConfig(address, () -> locales, () -> image, ZoneId.of("Europe/Madrid"));
    }

    static ServerSetup config(PageConfig pages) {
        return config(0, List.of(), BlockMode.UNBLOCKED).with(pages);
    }

    /** Pages of these origins may use what the definition opens to them. */
    static ServerSetup config(Set<String> origins) {
        return config(0, List.of(), BlockMode.UNBLOCKED).openTo(origins);
    }

    Call call(String method, String path) {
        return new Call(method, path);
    }

    /** A call below the base path. */
    Call api(String method, String path) {
        return new Call(method, BASE + path);
    }

    /** A call below the base path of the API published in Kernel. */
    Call kernel(String method, String path) {
        return new Call(method, KERNEL_BASE + path);
    }

    int port() {
        return server.port();
    }

    RawClient raw() {
        return new RawClient(server.port());
    }

    /** Closes once the client's connection is gone, for the end of a class: a server waits a second for an idle one. */
    void closeAfterTheLastAnswer() {
        server.drain();
        call("GET", BASE + "/local-ping").send();
        close();
    }

    @Override
    public void close() {
        server.close();
    }

    /** A request under construction. */
    final class Call {
        private final HttpRequest.Builder request;
        private final String method;
        private HttpRequest.BodyPublisher body = BodyPublishers.noBody();

        private Call(String method, String path) {
            this.method = method;
            this.request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                    .timeout(Duration.ofSeconds(10));
        }

        Call key(String authorization) {
            return header("Authorization", authorization);
        }

        Call header(String name, String value) {
            request.header(name, value);
            return this;
        }

        Call headers(Map<String, String> headers) {
            headers.forEach(request::header);
            return this;
        }

        Call json(String text) {
            body = BodyPublishers.ofString(text);
            return header("Content-Type", "application/json");
        }

        Call form(String text) {
            body = BodyPublishers.ofString(text);
            return header("Content-Type", "application/x-www-form-urlencoded");
        }

        Call body(HttpRequest.BodyPublisher publisher) {
            body = publisher;
            return this;
        }

        HttpResponse<String> send() {
            try {
                HttpResponse<String> response =
                        client.send(request.method(method, body).build(), BodyHandlers.ofString());
                String path = response.uri().getRawPath();
                Contract contract = path.startsWith(KERNEL_BASE) ? OF_KERNEL : CONTRACT;
                contract.check(method, path, response);
                return response;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
