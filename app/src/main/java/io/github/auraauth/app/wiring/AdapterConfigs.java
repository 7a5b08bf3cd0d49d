package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.http.HttpConfig;
import io.github.auraauth.adapter.http.openid.Issuer;
import io.github.auraauth.adapter.http.pages.Locales;
import io.github.auraauth.adapter.mongo.MongoConfig;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.HttpSettings;
import io.github.auraauth.app.config.MongoSettings;
import io.github.auraauth.app.config.ServiceAddress;
import io.github.auraauth.app.config.TermsSettings;
import io.github.auraauth.domain.secret.Secret;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** Turns what is configured into each adapter's own configuration. */
final class AdapterConfigs {
    private static final String TERMS_HOST = "tac";
    private static final String ANY_LOCALE = "en-gb";

    /** The terms API shows none. */
    private static final HttpConfig.PageSettings NO_PAGES = new HttpConfig.PageSettings(
            false, () -> Locales.of(Optional.empty(), "", ANY_LOCALE), Optional::empty, ZoneOffset.UTC);

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
                        settings.tls() && !settings.isEmbedded()),
                pool(settings),
                new MongoConfig.Times(
                        settings.timeouts().heartbeat(),
                        settings.timeouts().serverSelection(),
                        settings.timeouts().socket(),
                        settings.timeouts().connect()),
                new MongoConfig.Retries(settings.retryWrites(), settings.retryReads()),
                new MongoConfig.Users(
                        settings.names().database(), settings.names().collection(), settings.readPreference()));
    }

    /** The embedded store runs one command after the other: more connections would only wait there. */
    private static MongoConfig.Pool pool(MongoSettings settings) {
        int most = settings.isEmbedded()
                ? Math.min(settings.pool().max(), MOST_TO_EMBEDDED)
                : settings.pool().max();
        return new MongoConfig.Pool(
                most, Math.min(settings.pool().min(), most), settings.pool().maxIdle());
    }

    /** Another server than the users' has its user and password in its uri, and the users' times and pool. */
    static MongoConfig terms(MongoSettings settings, Secret uri) {
        MongoConfig users = mongo(settings, uri);
        MongoConfig.Access access = new MongoConfig.Access(uri, Optional.empty(), Optional.empty(), false);
        return new MongoConfig(access, users.pool(), users.times(), users.retries(), users.users());
    }

    /** The terms API is served as the other one, save the port and the name that its metrics have. */
    static HttpConfig termsHttp(Configuration configuration, TermsSettings settings) {
        HttpConfig http = http(configuration, NO_PAGES);
        return new HttpConfig(
                new HttpConfig.Listening(
                        http.listening().host(),
                        settings.port(),
                        http.listening().idleTimeout()),
                new HttpConfig.Service(
                        http.service().version(), TERMS_HOST, "", http.service().issuer()),
                new HttpConfig.Trust(http.trust().proxies(), Set.of()),
                http.pages(),
                http.unloggedPaths(),
                http.blockMode(),
                http.stopTimeout());
    }

    static HttpConfig http(Configuration configuration, HttpConfig.PageSettings pages) {
        HttpSettings settings = configuration.http();
        String host = configuration.deployment().publicUrl().map(URI::getHost).orElse("localhost");
        return new HttpConfig(
                new HttpConfig.Listening(settings.listenAddress(), settings.port(), settings.idleTimeout()),
                new HttpConfig.Service(
                        configuration.deployment().version(),
                        host,
                        settings.storageAccount().orElse(""),
                        issuer(configuration)),
                new HttpConfig.Trust(settings.trustedProxies(), Set.copyOf(settings.corsOrigins())),
                pages,
                Set.copyOf(settings.unloggedPaths()),
                settings.blockMode(),
                settings.gracefulStop());
    }

    private static Issuer issuer(Configuration configuration) {
        ServiceAddress address = ServiceAddress.of(configuration);
        return new Issuer(
                configuration.signing().issuer(address), configuration.signing().keySetAddress(address));
    }
}
