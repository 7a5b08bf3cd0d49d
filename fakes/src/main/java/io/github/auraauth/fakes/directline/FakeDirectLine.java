package io.github.auraauth.fakes.directline;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * A Direct Line 3.0 on loopback, with a bot that repeats what it hears, and a page at {@code /} on which to speak with
 * it. It remembers nothing when it is closed. Safe for use by many threads.
 *
 * <p>Beside what Direct Line has, {@code POST /fake/token} gives everybody a token, for that page.
 */
public class FakeDirectLine implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final long STOP_TIMEOUT_MILLIS = 0;
    private static final long LARGEST_REQUEST = 256 * 1024;

    private final Conversations conversations;
    private final Javalin javalin;

    /** @param first sees each call below {@code /v3/directline} first, and may answer it in the place of all others */
    FakeDirectLine(int port, Set<String> secrets, InstantSource clock, SecureRandom random, Handler first) {
        IssuedTokens tokens = new IssuedTokens(clock, random);
        DirectLineAccess access = new DirectLineAccess(secrets, tokens);
        this.conversations = new Conversations(clock);
        FakeDirectLineEndpoints endpoints = new FakeDirectLineEndpoints(access, tokens, conversations);
        ActivityStreams streams = new ActivityStreams(access, conversations);
        this.javalin = Javalin.create(settings -> {
            settings.jetty.host = LOOPBACK;
            settings.jetty.port = port;
            settings.jetty.modifyServer(server -> server.setStopTimeout(STOP_TIMEOUT_MILLIS));
            settings.http.maxRequestSize = LARGEST_REQUEST;
            settings.startup.showJavalinBanner = false;
            settings.startup.showOldJavalinVersionWarning = false;
            settings.startup.startupWatcherEnabled = false;
            settings.bundledPlugins.enableCors(cors -> cors.addRule(rule -> rule.anyHost()));
            settings.routes.before("/v3/directline/*", first);
            routes(settings, endpoints, streams);
        });
    }

    /**
     * Plays from when this returns.
     *
     * @param port to listen on, on loopback; 0 takes a free one
     * @param secrets that it takes
     * @param random for tokens
     */
    public static FakeDirectLine start(int port, List<String> secrets, InstantSource clock, SecureRandom random) {
        FakeDirectLine fake = new FakeDirectLine(port, Set.copyOf(secrets), clock, random, call -> {});
        fake.listen();
        return fake;
    }

    final void listen() {
        javalin.start();
        conversations.listensOn(address());
    }

    /** The address of its page. */
    public URI address() {
        return URI.create("http://" + LOOPBACK + ':' + javalin.port() + '/');
    }

    /** The address of its conversations: what a client is configured with. */
    public URI conversations() {
        return address().resolve(Conversations.PATH);
    }

    /** Listens no more. */
    @Override
    public void close() {
        javalin.stop();
    }

    private static void routes(JavalinConfig settings, FakeDirectLineEndpoints endpoints, ActivityStreams streams) {
        String one = Conversations.PATH + "/{id}";
        settings.routes.post("/v3/directline/tokens/generate", endpoints::generate);
        settings.routes.post("/v3/directline/tokens/refresh", endpoints::refresh);
        settings.routes.post(Conversations.PATH, endpoints::start);
        settings.routes.get(one, endpoints::reconnect);
        settings.routes.get(one + "/activities", endpoints::hear);
        settings.routes.post(one + "/activities", endpoints::say);
        settings.routes.wsBeforeUpgrade(one + "/stream", streams::beforeUpgrade);
        settings.routes.ws(one + "/stream", streams::configure);
        settings.routes.post("/fake/token", endpoints::give);
        settings.routes.get("/", ChatPage::html);
        settings.routes.get("/chat.js", ChatPage::script);
        settings.routes.get("/chat.css", ChatPage::style);
    }
}
