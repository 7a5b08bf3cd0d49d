package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.apikey.MongoApiKeyRegistry;
import io.github.auraauth.adapter.mongo.revocation.MongoRevocationLog;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.KeySettings;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.port.in.apikey.AuthenticateApiKey;
import io.github.auraauth.port.in.apikey.InspectApiKey;
import io.github.auraauth.port.in.apikey.IssueApiKey;
import io.github.auraauth.port.in.apikey.ListApiKeys;
import io.github.auraauth.port.in.apikey.RegisterApiKey;
import io.github.auraauth.port.in.apikey.RevokeApiKey;
import io.github.auraauth.port.in.apikey.RotateApiKey;
import io.github.auraauth.port.out.apikey.ApiKeyRegistry;
import io.github.auraauth.port.out.revocation.RevocationMirror;
import io.github.auraauth.usecase.apikey.ApiKeyAuthentication;
import io.github.auraauth.usecase.apikey.ApiKeyInspection;
import io.github.auraauth.usecase.apikey.ApiKeyIssuing;
import io.github.auraauth.usecase.apikey.ApiKeyListing;
import io.github.auraauth.usecase.apikey.ApiKeyRegistration;
import io.github.auraauth.usecase.apikey.ApiKeyRevocation;
import io.github.auraauth.usecase.apikey.ApiKeyRotation;
import io.github.auraauth.usecase.apikey.KeySearch;
import io.github.auraauth.usecase.apikey.KeyStandings;
import io.github.auraauth.usecase.revocation.RevocationWatch;
import io.github.auraauth.usecase.throttle.FailureThrottle;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/** The use cases of APIKeys over their stores. */
final class ApiKeyCore {
    final AuthenticateApiKey authenticate;
    final IssueApiKey issue;
    final RegisterApiKey register;
    final ListApiKeys list;
    final RotateApiKey rotate;
    final RevokeApiKey revoke;
    final InspectApiKey inspect;
    final RevocationWatch revocations;
    final FailureThrottle throttle;

    /**
     * @param mirror of the revocations, shared by all instances; or none
     * @param throttle shared by all that is refused for what a caller presents
     * @param beside runs what no request waits for; may refuse work
     */
    ApiKeyCore(
            Configuration configuration,
            MongoConnection mongo,
            RevocationMirror mirror,
            FailureThrottle throttle,
            Executor beside,
            Sources sources) {
        InstantSource clock = sources.clock();
        KeySettings settings = configuration.keys();
        ApiKeys keys = sources.apiKeys(configuration);
        var log = new MongoRevocationLog(mongo);
        ApiKeyRegistry registry = new MongoApiKeyRegistry(mongo, beside, clock);
        var search = new KeySearch(keys, registry);
        revocations = new RevocationWatch(log, mirror, settings.guard().maxStaleness(), new SteadyClock(clock));
        this.throttle = throttle;

        authenticate = new ApiKeyAuthentication(keys, new KeyStandings(registry, revocations, clock), throttle, clock);
        var issuing = new ApiKeyIssuing(keys, registry, clock);
        var revoking = new ApiKeyRevocation(search, log, registry, settings.policy(), clock);
        issue = issuing;
        register = new ApiKeyRegistration(search, registry, clock);
        list = new ApiKeyListing(registry);
        rotate = new ApiKeyRotation(search, issuing, revoking, revocations, clock);
        revoke = revoking;
        inspect = new ApiKeyInspection(search, revocations, settings.policy(), clock);
    }
}
