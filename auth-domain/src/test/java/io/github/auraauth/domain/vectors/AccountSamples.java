package io.github.auraauth.domain.vectors;

import static io.github.auraauth.domain.vectors.Samples.CANARY;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountEmail;
import io.github.auraauth.domain.account.AccountFilter;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.AccountOrigin;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.GivenRights;
import io.github.auraauth.domain.account.Invitation;
import io.github.auraauth.domain.account.InvitationDigest;
import io.github.auraauth.domain.account.Profile;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenDigest;
import io.github.auraauth.domain.authtoken.AuthTokenId;
import io.github.auraauth.domain.authtoken.AuthTokenList;
import io.github.auraauth.domain.authtoken.AuthTokenName;
import io.github.auraauth.domain.password.PasswordHash;
import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupId;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.secondfactor.PasskeyId;
import io.github.auraauth.domain.secondfactor.RecoveryCodeDigest;
import io.github.auraauth.domain.secondfactor.SecondFactors;
import io.github.auraauth.domain.secondfactor.TotpFactor;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.AuthenticationMethod;
import io.github.auraauth.domain.session.FailureCount;
import io.github.auraauth.domain.session.LoginAttemptKey;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.domain.session.SessionDigest;
import io.github.auraauth.domain.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The part of {@link Samples} about accounts. */
final class AccountSamples {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String UUID = "00000000-0000-4000-8000-000000000001";
    private static final String HEX = "0123456789abcdef".repeat(4);
    private static final Permission PERMISSION = new Permission("view_thing");

    private AccountSamples() {}

    static List<Object> all() {
        return Stream.of(accounts(), credentials()).flatMap(List::stream).toList();
    }

    private static List<Object> accounts() {
        var id = new AccountId(UUID);
        var email = new AccountEmail(CANARY + "@example.org", true);
        var profile = new Profile(Optional.of(email), CANARY, CANARY);
        var rights = new GivenRights(true, Set.of(new GroupId(UUID)), Set.of(PERMISSION));
        var origin = AccountOrigin.of(AccountOrigin.CreationMethod.CREATED, NOW);
        var group = new Group(new GroupId(UUID), 1, new GroupName("Host"), Set.of(PERMISSION));
        var actor = Actor.of(id, Rights.ALL);
        return List.of(
                id,
                email,
                profile,
                rights,
                origin,
                Account.create(id, new Username(CANARY), profile, rights, origin)
                        .with(hash()),
                new Username(CANARY),
                AccountFilter.ALL,
                new Invitation(id, 1, Rights.ALL, NOW),
                new InvitationDigest(HEX),
                PERMISSION,
                new DescribedPermission(PERMISSION, "See things"),
                group,
                group.id(),
                group.name(),
                Rights.ALL,
                actor,
                new Activity("a:1", NOW, Activity.Event.ACCOUNT_CREATE, actor.label(), Optional.of(id), ""));
    }

    private static List<Object> credentials() {
        var times = new AuthToken.Times(NOW, Optional.of(NOW), Optional.of(NOW));
        var token = new AuthToken(
                new AuthTokenId(UUID),
                new AuthTokenName("a token"),
                new AccountId(UUID),
                Optional.of(Set.of(PERMISSION)),
                times,
                AuthToken.Source.CREATED,
                false);
        var list = list();
        var factors = new SecondFactors(
                Optional.of(new TotpFactor(Secret.ofText("12345678901234567890"), NOW, 1)),
                Optional.of(Secret.ofText("12345678901234567890")),
                Set.of(new RecoveryCodeDigest(HEX)),
                Set.of(new PasskeyId("a2V5")),
                Optional.of(NOW));
        return List.of(
                hash(),
                token,
                token.id(),
                token.name(),
                times,
                new AuthTokenDigest(HEX),
                list,
                list.tokens().get(0),
                new Session(
                        new SessionId(UUID),
                        new AccountId(UUID),
                        1,
                        true,
                        NOW,
                        NOW,
                        Set.of(AuthenticationMethod.PASSWORD)),
                new SessionId(UUID),
                new SessionDigest(HEX),
                new LoginAttemptKey(HEX),
                new FailureCount(1, Optional.of(NOW), Optional.of(NOW)),
                factors,
                factors.totp().orElseThrow(),
                new RecoveryCodeDigest(HEX),
                new PasskeyId("a2V5"));
    }

    private static PasswordHash hash() {
        return PasswordHash.parse("pbkdf2_sha256$1$" + CANARY + "$" + "A".repeat(43) + "=")
                .orElseThrow();
    }

    private static AuthTokenList list() {
        try {
            return AuthTokenList.parse(CANARY + ":" + CANARY + ":view_thing", 1);
        } catch (AuthTokenList.MalformedLine e) {
            throw new AssertionError(e);
        }
    }
}
