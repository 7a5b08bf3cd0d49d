package io.github.auraauth.app.wiring.apikey;

import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.apikey.MongoApiKeyDirectory;
import io.github.auraauth.adapter.mongo.apikey.MongoApiKeyRegistry;
import io.github.auraauth.adapter.mongo.revocation.MongoRevocationLog;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.KeySettings;
import io.github.auraauth.app.probe.RevocationProbe;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.ScheduledJob;
import io.github.auraauth.app.process.SteadyClock;
import io.github.auraauth.app.wiring.FeatureModule;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.port.in.apikey.ApiKeyAdministration;
import io.github.auraauth.port.in.apikey.ApiKeyAuthentication;
import io.github.auraauth.port.in.apikey.RegisteredApiKeys;
import io.github.auraauth.port.out.apikey.ApiKeyRegistry;
import io.github.auraauth.port.out.health.DependencyProbe;
import io.github.auraauth.port.out.revocation.RevocationMirror;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import io.github.auraauth.usecase.apikey.ApiKeyAdministrationService;
import io.github.auraauth.usecase.apikey.ApiKeyAuthenticationService;
import io.github.auraauth.usecase.apikey.AuditedApiKeyAdministration;
import io.github.auraauth.usecase.apikey.RegisteredApiKeyService;
import io.github.auraauth.usecase.revocation.RevocationLogFollower;
import io.github.auraauth.usecase.throttle.SourceThrottle;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;

/** APIKeys: their stores and use cases, put together by hand. */
public final class ApiKeysModule implements FeatureModule {
    public final ApiKeyAuthentication authentication;
    public final RevocationLogFollower revocations;
    public final SourceThrottle throttle;
    private final MongoConnection mongo;
    private final ApiKeyRegistry registry;
    private final InstantSource clock;
    private final ApiKeys apiKeys;
    private final ApiKeyAdministration administration;

    /**
     * @param mirror of the revocations, shared by all instances; or none
     * @param throttle shared by all that is refused for what a caller presents
     * @param beside runs what no request waits for; may refuse work
     */
    public ApiKeysModule(
            Configuration configuration,
            MongoConnection mongo,
            RevocationMirror mirror,
            SourceThrottle throttle,
            Executor beside,
            ClockAndRandom clockAndRandom) {
        this.mongo = mongo;
        clock = clockAndRandom.clock();
        KeySettings settings = configuration.keys();
        apiKeys = clockAndRandom.apiKeys(configuration);
        var log = new MongoRevocationLog(mongo);
        registry = new MongoApiKeyRegistry(mongo, beside, clock);
        revocations = new RevocationLogFollower(log, mirror, settings.guard().maxStaleness(), new SteadyClock(clock));
        this.throttle = throttle;

        authentication = new ApiKeyAuthenticationService(apiKeys, registry, revocations, throttle, clock);
        administration = new ApiKeyAdministrationService(apiKeys, registry, log, revocations, clock);
    }

    /** Keys as an operator asks for them, whose doings are noted as theirs. */
    public ApiKeyAdministration administration(Actor operator, ActivityRecorder recorder) {
        return new AuditedApiKeyAdministration(administration, apiKeys, operator, recorder);
    }

    /** The registered keys, as accounts ask for them. */
    public RegisteredApiKeys registered(ActivityRecorder recorder) {
        return new RegisteredApiKeyService(registry, new MongoApiKeyDirectory(mongo), administration, recorder, clock);
    }

    /** Without the revocations no key can be taken. */
    @Override
    public List<DependencyProbe> probes() {
        return List.of(new RevocationProbe(revocations));
    }

    @Override
    public List<ScheduledJob> jobs() {
        Duration pause = Duration.ofSeconds(2);
        Duration limit = Duration.ofMillis(1_500);
        return List.of(
                ScheduledJob.every(pause, limit, "following revocations", revocations::poll),
                ScheduledJob.every(pause, limit, "mirroring revocations", revocations::mirror));
    }
}
