package io.github.auraauth.usecase.authtoken;

import static io.github.auraauth.usecase.AccountEnvironment.actor;
import static io.github.auraauth.usecase.AccountEnvironment.done;
import static io.github.auraauth.usecase.AccountEnvironment.permissions;
import static io.github.auraauth.usecase.AccountEnvironment.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenId;
import io.github.auraauth.domain.authtoken.AuthTokenName;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.authtoken.AuthTokens.IssuedToken;
import io.github.auraauth.port.in.authtoken.AuthTokens.NewToken;
import io.github.auraauth.port.in.authtoken.AuthTokens.OwnedToken;
import io.github.auraauth.usecase.AccountEnvironment;
import io.github.auraauth.usecase.AccountInstance;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthTokenServiceTest {
    private static final Actor ROOT = Actor.commandLine("root");

    private final AccountEnvironment all = new AccountEnvironment();
    private final AccountInstance here = all.instance();

    @Test
    void create_ofOnesOwn_carriesNoMoreThanTheCredentialAtHand() {
        Account ana = all.account("ana", "view_account", "list_account");
        Actor restricted = Actor.of(ana.id(), new Rights(false, false, permissions("view_account")));
        assertThat(refusal(create(restricted, Optional.empty(), Optional.empty())))
                .isEqualTo(Refusal.of(Reason.FORBIDDEN, "permissions"));
        assertThat(refusal(create(restricted, Optional.empty(), Optional.of(permissions("list_account")))))
                .isEqualTo(Refusal.of(Reason.FORBIDDEN, "permissions"));
        assertThat(done(create(restricted, Optional.empty(), Optional.of(permissions("view_account"))))
                        .token()
                        .token()
                        .permissions())
                .contains(permissions("view_account"));
        assertThat(done(create(actor(ana), Optional.empty(), Optional.empty()))
                        .token()
                        .owner())
                .isEqualTo(ana.username());
    }

    @Test
    void create_byATokenThatCarriesAllOfToday_isNeverWithoutRestriction() {
        Account ana = all.account("ana", "view_account");
        Actor restricted = Actor.restricted(ana.id(), new Rights(false, false, permissions("view_account")));
        assertThat(refusal(create(restricted, Optional.empty(), Optional.empty())))
                .isEqualTo(Refusal.of(Reason.FORBIDDEN, "permissions"));
        done(create(restricted, Optional.empty(), Optional.of(permissions("view_account"))));
    }

    @Test
    void create_byATokenThatEnds_endsNoLater() {
        Account ana = all.account("ana");
        Instant end = all.clock.instant().plusSeconds(3600);
        Actor byToken = actor(ana).until(end);
        for (Optional<Instant> later : List.of(Optional.<Instant>empty(), Optional.of(end.plusMillis(1)))) {
            assertThat(refusal(here.tokens.create(ending(later), byToken, all.soon())))
                    .isEqualTo(Refusal.of(Reason.FORBIDDEN, "expires_at"));
        }
        done(here.tokens.create(ending(Optional.of(end)), byToken, all.soon()));
        Secret secret = done(here.tokens.create(ending(Optional.of(end)), actor(ana), all.soon()))
                .secret();
        Optional<Instant> known = here.authentication
                .byToken(secret, AccountEnvironment.SOURCE, all.soon())
                .<Optional<Instant>>fold(
                        caller -> caller.actor().end(), () -> Optional.empty(), pause -> Optional.empty());
        assertThat(known).contains(end.truncatedTo(ChronoUnit.MILLIS));
    }

    private static NewToken ending(Optional<Instant> end) {
        return new NewToken(new AuthTokenName("t"), Optional.empty(), Optional.empty(), end);
    }

    @Test
    void create_ofSomebodyElse_wantsThePermissionAndNoLessThanTheirRights() {
        Account manager = all.account("manager", "create_token", "view_account");
        Account less = all.account("less", "view_account");
        Account more = all.account("more", "list_account");
        assertThat(done(create(actor(manager), Optional.of(less.username()), Optional.of(permissions("view_account"))))
                        .token()
                        .owner())
                .isEqualTo(less.username());
        assertThat(refusal(create(actor(manager), Optional.of(more.username()), Optional.of(Set.of()))))
                .isEqualTo(Refusal.of(Reason.FORBIDDEN, "account"));
    }

    @Test
    void create_ofSomebodyElseWithAllTheyMay_isForSuperusersOnlySinceItGrows() {
        Account manager = all.account("manager", "create_token", "view_account");
        Account less = all.account("less", "view_account");
        Account root = all.superuser("root");
        assertThat(refusal(create(actor(manager), Optional.of(less.username()), Optional.empty())))
                .isEqualTo(Refusal.of(Reason.FORBIDDEN, "permissions"));
        done(create(Actor.of(root.id(), Rights.ALL), Optional.of(less.username()), Optional.empty()));
    }

    @Test
    void create_ofSomebodyElseWithoutThePermission_isRefusedAlikeWhetherThereOrNot() {
        Account ana = all.account("ana");
        all.account("ben");
        assertThat(create(actor(ana), Optional.of(AccountEnvironment.name("ben")), Optional.empty()))
                .isEqualTo(create(actor(ana), Optional.of(AccountEnvironment.name("nobody")), Optional.empty()))
                .isEqualTo(Outcome.refused(Reason.FORBIDDEN));
    }

    @Test
    void create_unknownPermissionOrPastEnd_isRefusedByTheField() {
        Account root = all.superuser("root");
        assertThat(refusal(create(ROOT, Optional.of(root.username()), Optional.of(permissions("fly_kite")))))
                .isEqualTo(Refusal.of(Reason.UNKNOWN, "permissions"));
        Instant now = all.clock.instant();
        NewToken ended =
                new NewToken(new AuthTokenName("t"), Optional.of(root.username()), Optional.empty(), Optional.of(now));
        assertThat(refusal(here.tokens.create(ended, ROOT, all.soon())))
                .isEqualTo(Refusal.of(Reason.ENDED, "expires_at"));
    }

    @Test
    void create_sameIdTwice_makesOneAndKeepsItsSecret() {
        Account ana = all.account("ana");
        NewToken wanted = new NewToken(
                new AuthTokenName("t"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(AuthTokenId.random(all.random)));
        Secret secret = done(here.tokens.create(wanted, actor(ana), all.soon())).secret();
        assertThat(refusal(here.tokens.create(wanted, actor(ana), all.soon())))
                .isEqualTo(Refusal.of(Reason.TAKEN, "id"));
        assertThat(refusal(here.tokens.create(wanted, actor(all.account("ben")), all.soon())))
                .isEqualTo(Refusal.of(Reason.TAKEN, "id"));
        assertThat(owners(Optional.empty(), actor(ana))).containsExactly(ana.username());
        assertThat(all.tokens.find(all.digester.digest(secret), all.soon()).map(AuthToken::id))
                .isEqualTo(wanted.id());
    }

    @Test
    void list_withoutThePermission_isOnesOwnAlone() {
        Account ana = all.account("ana");
        Account ben = all.account("ben");
        Account lister = all.account("lister", "list_token");
        for (Account each : List.of(ana, ben)) {
            done(create(actor(each), Optional.empty(), Optional.empty()));
        }
        assertThat(owners(Optional.empty(), actor(ana))).containsExactly(ana.username());
        assertThat(owners(Optional.empty(), actor(lister))).containsExactlyInAnyOrder(ana.username(), ben.username());
        assertThat(owners(Optional.of(ben.username()), actor(lister))).containsExactly(ben.username());
        assertThat(refusal(here.tokens.list(Optional.of(ben.username()), PageRequest.first(10), actor(ana), all.soon()))
                        .reason())
                .isEqualTo(Reason.FORBIDDEN);
    }

    @Test
    void revoke_somebodyElses_isRefusedAlikeWhetherThereOrNot() {
        Account ana = all.account("ana");
        AuthTokenId ofBen = done(create(actor(all.account("ben")), Optional.empty(), Optional.empty()))
                .token()
                .token()
                .id();
        AuthTokenId ofNobody = AuthTokenId.random(all.random);
        assertThat(here.tokens.revoke(ofBen, actor(ana), all.soon()))
                .isEqualTo(here.tokens.revoke(ofNobody, actor(ana), all.soon()))
                .isEqualTo(Outcome.refused(Reason.ABSENT));
        assertThat(here.tokens.find(ofBen, actor(ana), all.soon()))
                .isEqualTo(here.tokens.find(ofNobody, actor(ana), all.soon()))
                .isEqualTo(Outcome.refused(Reason.ABSENT));
    }

    @Test
    void revoke_ofSomebodyWithMore_isRefused() {
        Account remover = all.account("remover", "destroy_token");
        Account more = all.account("more", "list_account");
        AuthTokenId id = done(create(actor(more), Optional.empty(), Optional.empty()))
                .token()
                .token()
                .id();
        assertThat(refusal(here.tokens.revoke(id, actor(remover), all.soon())).reason())
                .isEqualTo(Reason.FORBIDDEN);
    }

    @Test
    void revoke_listedOne_staysAsWithdrawn_anotherOneIsGone() {
        Account ana = all.account("ana");
        AuthToken listed = new AuthToken(
                AuthTokenId.random(all.random),
                new AuthTokenName("listed"),
                ana.id(),
                Optional.empty(),
                new AuthToken.Times(all.clock.instant(), Optional.empty(), Optional.empty()),
                AuthToken.Source.LISTED,
                false);
        all.tokens.insert(all.digester.digest(Secret.ofText("a-listed-secret")), listed, all.soon());
        AuthTokenId created = done(create(actor(ana), Optional.empty(), Optional.empty()))
                .token()
                .token()
                .id();
        done(here.tokens.revoke(listed.id(), actor(ana), all.soon()));
        done(here.tokens.revoke(created, actor(ana), all.soon()));
        assertThat(all.tokens.findById(listed.id(), all.soon()).map(AuthToken::withdrawn))
                .contains(true);
        assertThat(all.tokens.findById(created, all.soon())).isEmpty();
        assertThat(refusal(here.tokens.revoke(listed.id(), actor(ana), all.soon()))
                        .reason())
                .isEqualTo(Reason.ABSENT);
    }

    private Outcome<IssuedToken> create(Actor by, Optional<Username> owner, Optional<Set<Permission>> carried) {
        return here.tokens.create(
                new NewToken(new AuthTokenName("t"), owner, carried, Optional.empty()), by, all.soon());
    }

    private List<Username> owners(Optional<Username> account, Actor by) {
        return done(here.tokens.list(account, PageRequest.first(10), by, all.soon())).results().stream()
                .map(OwnedToken::owner)
                .toList();
    }
}
