package io.github.auraauth.fakes.kernel;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * A Kernel on loopback: an OpenID provider with a login page on which everybody is let in. It signs with keys of its
 * own, made at its start, and remembers nothing when it is closed. Safe for use by many threads.
 *
 * <p>Beside what a provider has, {@code POST /fake/access-token} gives a signed access token of the claims in its body,
 * a JSON object: {@code iss}, {@code iat} and {@code exp} are added unless they are among these, null leaves one out.
 */
public class FakeKernel implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final KernelHooks hooks;
    private final Provider provider;
    private final Javalin javalin;

    FakeKernel(int port, List<KnownClient> clients, InstantSource clock, SecureRandom random, KernelHooks hooks) {
        this.hooks = hooks;
        this.provider = new Provider(
                new AuthorizationRequests(clients, clock, random),
                new ClientCredentialCheck(clients, clock),
                new FakeKeys(random),
                clock,
                hooks);
        this.javalin = Javalin.create(settings -> {
            settings.jetty.host = LOOPBACK;
            settings.jetty.port = port;
            settings.jetty.modifyServer(server -> server.setStopTimeout(0));
            settings.startup.showJavalinBanner = false;
            settings.startup.showOldJavalinVersionWarning = false;
            settings.startup.startupWatcherEnabled = false;
            routes(settings);
        });
    }

    /**
     * Plays from when this returns.
     *
     * @param port to listen on, on loopback; 0 takes a free one
     * @param clients that may ask it for something
     * @param random for keys and codes
     */
    public static FakeKernel start(int port, List<KnownClient> clients, InstantSource clock, SecureRandom random) {
        FakeKernel fake = new FakeKernel(port, clients, clock, random, KernelHooks.PROPER);
        fake.listen();
        return fake;
    }

    /**
     * Plays behind a proxy from when this returns.
     *
     * @param port to listen on, on loopback; 0 takes a free one
     * @param address the proxy's, with a slash at its end: what it says of itself leads there
     */
    public static FakeKernel startBehind(
            URI address, int port, List<KnownClient> clients, InstantSource clock, SecureRandom random) {
        FakeKernel fake = new FakeKernel(port, clients, clock, random, KernelHooks.PROPER) {
            @Override
            public URI address() {
                return address;
            }
        };
        fake.listen();
        return fake;
    }

    final void listen() {
        javalin.start();
        provider.listensOn(address());
    }

    /** Its address, with a slash at its end: what a client is configured with. */
    public URI address() {
        return URI.create("http://" + LOOPBACK + ':' + javalin.port() + '/');
    }

    /** What its tokens have as {@code iss}: its address, without the slash at the end while it can be discovered. */
    public String issuer() {
        return provider.issuer();
    }

    /** From now on a new key signs; the one that did until now is still published. */
    public void rotateKeys() {
        provider.rotateKeys();
    }

    /** The keys that it publishes now, as a set (RFC 7517). */
    public String keySet() {
        return provider.keySet();
    }

    /**
     * Does what a browser and a person do: opens the address of a login and logs in.
     *
     * @param identifier a phone number or an e-mail address
     * @return where the browser is sent back to, with code and state
     * @throws IllegalArgumentException when the page would have shown an error
     */
    public URI logIn(URI authorizationRequest, String identifier) {
        return provider.logIn(RequestParameters.of(authorizationRequest), identifier);
    }

    /** A signed access token of these claims, as {@code POST /fake/access-token} gives one. */
    public String accessToken(Map<String, Object> claims) {
        return provider.signedAccessToken(claims);
    }

    /** Listens no more; what is under way is cut off. */
    @Override
    public void close() {
        javalin.stop();
    }

    private void routes(JavalinConfig settings) {
        FakeKernelEndpoints endpoints = new FakeKernelEndpoints(provider, hooks);
        settings.routes.before(hooks::before);
        settings.routes.get(KernelEndpoint.DISCOVERY.path(), endpoints.of(KernelEndpoint.DISCOVERY));
        settings.routes.get(KernelEndpoint.AUTHORIZE.path(), endpoints.of(KernelEndpoint.AUTHORIZE));
        settings.routes.post(KernelEndpoint.AUTHORIZE.path(), endpoints.of(KernelEndpoint.AUTHORIZE));
        settings.routes.post(KernelEndpoint.TOKEN.path(), endpoints.of(KernelEndpoint.TOKEN));
        settings.routes.post(KernelEndpoint.INTROSPECT.path(), endpoints.of(KernelEndpoint.INTROSPECT));
        settings.routes.get(KernelEndpoint.JWKS.path(), endpoints.of(KernelEndpoint.JWKS));
        settings.routes.post("/fake/access-token", endpoints::accessToken);
    }
}
