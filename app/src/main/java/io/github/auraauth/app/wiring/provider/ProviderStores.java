package io.github.auraauth.app.wiring.provider;

import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.adapter.mongo.client.MongoClientStore;
import io.github.auraauth.adapter.mongo.client.MongoUsedAssertions;
import io.github.auraauth.adapter.mongo.grant.MongoAccessTokenStore;
import io.github.auraauth.adapter.mongo.grant.MongoGrantStore;
import io.github.auraauth.adapter.mongo.provider.MongoConsentStore;
import io.github.auraauth.adapter.mongo.provider.MongoKeptRequests;
import io.github.auraauth.adapter.mongo.provider.MongoLogoutNotices;
import io.github.auraauth.adapter.mongo.provider.MongoSessionClients;
import io.github.auraauth.adapter.mongo.provider.MongoSigningKeyStore;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.wiring.account.AccountStores;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.client.ClientStore;
import io.github.auraauth.port.out.client.UsedAssertions;
import io.github.auraauth.port.out.grant.AccessTokenStore;
import io.github.auraauth.port.out.grant.GrantStore;
import io.github.auraauth.port.out.provider.ConsentStore;
import io.github.auraauth.port.out.provider.KeptRequests;
import io.github.auraauth.port.out.provider.LogoutNotices;
import io.github.auraauth.port.out.provider.SessionClients;
import io.github.auraauth.port.out.provider.SigningKeyStore;
import io.github.auraauth.usecase.provider.LogoutNotifier;
import io.github.auraauth.usecase.provider.LogoutNotifyingSessions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.BiConsumer;

/** Where the provider keeps what it must remember. */
public record ProviderStores(
        ClientStore clients,
        UsedAssertions assertions,
        GrantStore grants,
        AccessTokenStore accessTokens,
        KeptRequests requests,
        ConsentStore consents,
        SigningKeyStore keys,
        SessionClients sessionClients,
        LogoutNotices notices) {

    /** Those over one connection. */
    public static ProviderStores over(MongoConnection mongo, AtRestCipher cipher, MeterRegistry metrics) {
        var unreadable = new UnreadableDocumentReporter(
                "provider document",
                Counter.builder("aura.provider.unreadable")
                        .description("How often a document was met that cannot be read as what the provider keeps")
                        .register(metrics)::increment);
        return new ProviderStores(
                new MongoClientStore(mongo, unreadable),
                new MongoUsedAssertions(mongo),
                new MongoGrantStore(mongo, cipher, unreadable),
                new MongoAccessTokenStore(mongo, unreadable),
                new MongoKeptRequests(mongo, cipher, unreadable),
                new MongoConsentStore(mongo, unreadable),
                new MongoSigningKeyStore(mongo, cipher, unreadable),
                new MongoSessionClients(mongo, unreadable),
                new MongoLogoutNotices(mongo, cipher, unreadable));
    }

    /** A store of accounts' sessions of which each end is told to the clients that were used in it. */
    LogoutNotifyingSessions notifying(AccountStores of, ClockAndRandom sources) {
        return new LogoutNotifyingSessions(
                of.sessions(),
                new LogoutNotifier(sessionClients, of.accounts(), notices, sources.clock(), sources.random()));
    }

    /** What removes all of an account here. */
    List<BiConsumer<AccountId, Deadline>> belongings() {
        return List.of(grants::deleteAll, consents::deleteAll);
    }
}
