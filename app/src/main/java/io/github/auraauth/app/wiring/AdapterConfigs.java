package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.http.openid.Issuer;
import io.github.auraauth.adapter.mongo.MongoConfig;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.HttpSettings;
import io.github.auraauth.app.config.ServiceAddress;
import io.github.auraauth.app.config.TermsSettings;
import io.github.auraauth.app.config.mongo.MongoSettings;
import io.github.auraauth.app.process.ConnectionCount;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.server.ServerConfig;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Turns what is configured into each adapter's own configuration. */
public final class AdapterConfigs {
    private static final String TERMS_HOST = "tac";
    private static final int MOST_TO_EMBEDDED = 16;

    private AdapterConfigs() {}

    /** @param uri of the database, which may be the embedded one */
    static MongoConfig mongo(MongoSettings settings, Secret uri) {
        Optional<MongoSettings.Credentials> credentials =
                settings.isEmbedded() ? Optional.empty() : settings.credentials();
        return new MongoConfig(
                new MongoConfig.Access(
                        uri,
                        credentials.map(MongoSettings.Credentials::username),
                        credentials.map(MongoSettings.Credentials::password),
                        settings.tls().filter(tls -> !settings.isEmbedded())),
                pool(settings),
                settings.timeouts(),
                settings.retries(),
                settings.users());
    }

    /** The embedded store has as many threads: more connections would only wait there. */
    private static MongoConfig.PoolLimits pool(MongoSettings settings) {
        MongoConfig.PoolLimits pool = settings.pool();
        int most = settings.isEmbedded() ? Math.min(pool.most(), MOST_TO_EMBEDDED) : pool.most();
        return new MongoConfig.PoolLimits(most, Math.min(pool.fewest(), most), pool.longestIdle());
    }

    /** The terms API is served as the other one, save the port and the name that its metrics have. */
    public static ServerConfig termsServer(Configuration configuration, TermsSettings settings) {
        ServerConfig server = server(configuration);
        return new ServerConfig(
                new ServerConfig.Listening(
                        server.listening().host(),
                        settings.port(),
                        server.listening().idleTimeout(),
                        server.listening().mostConnections()),
                new ServerConfig.Trust(server.trust().proxies(), Set.of()),
                TERMS_HOST,
                server.unloggedPaths(),
                server.stopTimeout());
    }

    static ServerConfig server(Configuration configuration) {
        HttpSettings settings = configuration.http();
        return new ServerConfig(
                new ServerConfig.Listening(
                        settings.listenAddress(), settings.port(), settings.idleTimeout(), ConnectionCount.most()),
                new ServerConfig.Trust(settings.trustedProxies(), Set.copyOf(settings.corsOrigins())),
                configuration.deployment().publicUrl().map(URI::getHost).orElse("localhost"),
                Set.copyOf(settings.unloggedPaths()),
                settings.gracefulStop());
    }

    public static Issuer issuer(Configuration configuration) {
        ServiceAddress address = ServiceAddress.of(configuration);
        return new Issuer(
                configuration.signing().issuer(address), configuration.signing().keySetAddress(address));
    }
}
