package io.github.auraauth.app.wiring.account;

import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.adapter.mongo.account.MongoAccountDirectory;
import io.github.auraauth.adapter.mongo.account.MongoAccountStore;
import io.github.auraauth.adapter.mongo.account.MongoInvitationStore;
import io.github.auraauth.adapter.mongo.account.MongoOneTimeCodes;
import io.github.auraauth.adapter.mongo.account.MongoSuperuserRoster;
import io.github.auraauth.adapter.mongo.activity.MongoActivityLog;
import io.github.auraauth.adapter.mongo.authtoken.MongoAppliedListVersion;
import io.github.auraauth.adapter.mongo.authtoken.MongoAuthTokenDirectory;
import io.github.auraauth.adapter.mongo.authtoken.MongoAuthTokenStore;
import io.github.auraauth.adapter.mongo.permission.MongoGroupStore;
import io.github.auraauth.adapter.mongo.permission.MongoPermissionStore;
import io.github.auraauth.adapter.mongo.secondfactor.MongoPasskeyChallengeStore;
import io.github.auraauth.adapter.mongo.secondfactor.MongoPasskeyStore;
import io.github.auraauth.adapter.mongo.session.MongoLoginFailures;
import io.github.auraauth.adapter.mongo.session.MongoPendingLoginStore;
import io.github.auraauth.adapter.mongo.session.MongoSessionStore;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.account.AccountDirectory;
import io.github.auraauth.port.out.account.AccountStore;
import io.github.auraauth.port.out.account.InvitationStore;
import io.github.auraauth.port.out.account.OneTimeCodes;
import io.github.auraauth.port.out.account.SuperuserRoster;
import io.github.auraauth.port.out.activity.ActivityLog;
import io.github.auraauth.port.out.authtoken.AppliedListVersion;
import io.github.auraauth.port.out.authtoken.AuthTokenDirectory;
import io.github.auraauth.port.out.authtoken.AuthTokenStore;
import io.github.auraauth.port.out.permission.GroupStore;
import io.github.auraauth.port.out.permission.PermissionStore;
import io.github.auraauth.port.out.secondfactor.PasskeyChallengeStore;
import io.github.auraauth.port.out.secondfactor.PasskeyStore;
import io.github.auraauth.port.out.session.LoginFailures;
import io.github.auraauth.port.out.session.PendingLoginStore;
import io.github.auraauth.port.out.session.SessionStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Where accounts, and what belongs to them, are kept. */
public record AccountStores(
        AccountStore accounts,
        AccountDirectory directory,
        SuperuserRoster roster,
        InvitationStore invitations,
        GroupStore groups,
        PermissionStore permissions,
        AuthTokenStore tokens,
        AuthTokenDirectory tokenDirectory,
        AppliedListVersion listVersion,
        SessionStore sessions,
        LoginFailures failures,
        OneTimeCodes codes,
        PendingLoginStore pendingLogins,
        PasskeyStore passkeys,
        PasskeyChallengeStore challenges,
        ActivityLog activity) {

    /** Those over one connection. */
    public static AccountStores over(MongoConnection mongo, AtRestCipher cipher, MeterRegistry metrics) {
        var unreadable = new UnreadableDocumentReporter(
                "account document",
                Counter.builder("aura.accounts.unreadable")
                        .description(
                                "How often a document was met that cannot be read as an account or what belongs to it")
                        .register(metrics)::increment);
        return new AccountStores(
                new MongoAccountStore(mongo, cipher, unreadable),
                new MongoAccountDirectory(mongo, cipher, unreadable),
                new MongoSuperuserRoster(mongo, unreadable),
                new MongoInvitationStore(mongo, unreadable),
                new MongoGroupStore(mongo, unreadable),
                new MongoPermissionStore(mongo, unreadable),
                new MongoAuthTokenStore(mongo, unreadable),
                new MongoAuthTokenDirectory(mongo, unreadable),
                new MongoAppliedListVersion(mongo),
                new MongoSessionStore(mongo, unreadable),
                new MongoLoginFailures(mongo, unreadable),
                new MongoOneTimeCodes(mongo),
                new MongoPendingLoginStore(mongo, unreadable),
                new MongoPasskeyStore(mongo, cipher, unreadable),
                new MongoPasskeyChallengeStore(mongo, unreadable),
                new MongoActivityLog(mongo, unreadable));
    }

    /** What removes all of an account, of each kind of things that belong to one here. */
    Stream<BiConsumer<AccountId, Deadline>> belongings() {
        return Stream.of(
                sessions::deleteAll,
                tokens::deleteAll,
                invitations::deleteAll,
                passkeys::deleteAll,
                challenges::deleteAll,
                pendingLogins::deleteAll);
    }

    /** The same with another store of sessions. */
    public AccountStores with(SessionStore others) {
        return new AccountStores(
                accounts,
                directory,
                roster,
                invitations,
                groups,
                permissions,
                tokens,
                tokenDirectory,
                listVersion,
                others,
                failures,
                codes,
                pendingLogins,
                passkeys,
                challenges,
                activity);
    }
}
