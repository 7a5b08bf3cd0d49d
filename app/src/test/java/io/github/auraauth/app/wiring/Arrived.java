package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.directline.DirectLineConfig;
import io.github.auraauth.adapter.http.openid.Issuer;
import io.github.auraauth.adapter.kernel.KernelConfig;
import io.github.auraauth.adapter.mongo.MongoConfig;
import io.github.auraauth.adapter.pages.PageConfig;
import io.github.auraauth.adapter.redis.RedisConfig;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.ConfigurationException;
import io.github.auraauth.app.config.ConfigurationReader;
import io.github.auraauth.app.config.mongo.MongoSettings;
import io.github.auraauth.app.process.BackgroundWork;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.app.wiring.login.KernelModule;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.embedded.DataFolderException;
import io.github.auraauth.front.server.ServerConfig;
import io.github.auraauth.outgoing.OutgoingHttp;
import io.github.auraauth.outgoing.OutgoingHttpConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

/** What comes of an environment where it acts: each adapter's own configuration, and parts of the core that are wired. */
public record Arrived(Configuration configuration) {
    static final ClockAndRandom SOURCES = new ClockAndRandom(Clock.systemUTC(), new SecureRandom());
    private static final Secret EMBEDDED = Secret.ofText("mongodb://embedded");

    /** @throws ConfigurationException when the program would not start with it */
    public static Arrived from(Map<String, String> environment, Path home) throws ConfigurationException {
        try {
            return new Arrived(new ConfigurationReader(environment, home, "1.2.3", SOURCES.random()).read());
        } catch (DataFolderException e) {
            throw new AssertionError(e);
        }
    }

    Issuer issuer() {
        return AdapterConfigs.issuer(configuration);
    }

    ServerConfig server() {
        return AdapterConfigs.server(configuration);
    }

    ServerConfig termsServer() {
        return AdapterConfigs.termsServer(configuration, configuration.terms().orElseThrow());
    }

    MongoConfig mongo() {
        return AdapterConfigs.mongo(
                configuration.mongo(), configuration.mongo().uri().orElse(EMBEDDED));
    }

    MongoConfig termsMongo() {
        MongoSettings database = configuration.terms().orElseThrow().database();
        return AdapterConfigs.mongo(database, database.uri().orElse(EMBEDDED));
    }

    RedisConfig redis() {
        return configuration.redis().orElseThrow().adapter();
    }

    OutgoingHttpConfig outgoing() {
        return configuration.upstream().outgoing();
    }

    DirectLineConfig directLine() {
        return configuration.upstream().directLine();
    }

    KernelConfig kernel() {
        return configuration.upstream().kernel().adapter();
    }

    KernelConfig.Client client() {
        return kernel().client().orElseThrow();
    }

    ApiKeys keys() {
        return SOURCES.apiKeys(configuration);
    }

    /** The part of the core that speaks with Kernel and shows our keys. */
    KernelModule kernelModule() {
        return withOutgoing(outgoing -> {
            try {
                return new KernelModule(configuration, outgoing, new SimpleMeterRegistry(), SOURCES);
            } catch (StartRefused | DataFolderException e) {
                throw new AssertionError(e);
            }
        });
    }

    /** How pages are shown. */
    <T> T withPages(Function<PageConfig, T> look) {
        return withOutgoing(outgoing -> {
            try (BackgroundWork background = new BackgroundWork(SOURCES.clock())) {
                return look.apply(new PageSources(configuration)
                        .over(OperatorStorage.of(configuration, outgoing), background, SOURCES.clock()));
            } catch (StartRefused e) {
                throw new AssertionError(e);
            }
        });
    }

    <T> T withOutgoing(Function<OutgoingHttp, T> look) {
        try (OutgoingHttp outgoing = OutgoingHttp.open(outgoing(), new SimpleMeterRegistry(), SOURCES.clock())) {
            return look.apply(outgoing);
        }
    }

    /** Everything that is built from it before a connection is made, so that a value which no adapter takes shows. */
    void buildAll() {
        issuer();
        server();
        withPages(PageConfig::address);
        termsServer();
        mongo();
        termsMongo();
        outgoing();
        directLine();
        kernel();
        keys();
        configuration.loginStates(SOURCES.random());
    }

    static String text(Secret secret) {
        return new String(secret.reveal(), StandardCharsets.UTF_8);
    }
}
