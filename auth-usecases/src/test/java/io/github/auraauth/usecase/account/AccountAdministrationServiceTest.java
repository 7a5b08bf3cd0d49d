package io.github.auraauth.usecase.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.memory.provider.InMemoryConsentStore;
import io.github.auraauth.adapter.memory.secondfactor.InMemoryPasskeyStore;
import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountChange;
import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.AccountOrigin;
import io.github.auraauth.domain.account.AccountState;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.GivenRights;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Profile;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.password.PasswordHash;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.provider.Consent;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.FailureCount;
import io.github.auraauth.domain.session.LoginAttemptKey;
import io.github.auraauth.domain.session.LoginAttemptKeys;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.domain.session.SessionDigest;
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.Accounts;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.account.StoredAccountData.Everything;
import io.github.auraauth.port.out.password.PasswordHasher;
import io.github.auraauth.port.out.session.LoginFailures;
import io.github.auraauth.port.out.session.SessionStore;
import io.github.auraauth.usecase.AuditRecorders;
import io.github.auraauth.usecase.Environment;
import io.github.auraauth.usecase.PlayedStores;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountAdministrationServiceTest {
    private static final Actor ROOT = Actor.commandLine("root");
    private static final Username ANA = new Username("ana");
    private static final Secret PASSWORD = Secret.ofText("fourteen storks above a lake");
    private static final PasswordHash HASH = PasswordHash.parse(
                    "pbkdf2_sha256$1000$madeUpSalt$QKWRJi1YgMy7T/zRadr0lMZXqdVGn5i+kSoo104UsKY=")
            .orElseThrow();

    private final Environment environment = new Environment();
    private final Deadline deadline = Deadline.in(Duration.ofSeconds(5), environment.clock);
    private final PlayedStores stores = new PlayedStores();
    private final Sessions sessions = new Sessions();
    private final List<LoginAttemptKey> cleared = new ArrayList<>();
    private final LoginAttemptKeys keys = new LoginAttemptKeys(Environment.SEED);
    private final ActivityRecorder recorder =
            AuditRecorders.over(stores.activityLog, environment.clock, environment.random);
    private final AccountAdministrationService service = new AccountAdministrationService(
            new Found(),
            new PasswordSetter(
                    new AccountWriter(
                            stores.accountStore,
                            new AccountReader(
                                    stores.accountStore,
                                    stores.roster,
                                    stores.groupStore,
                                    stores.permissionStore,
                                    environment.clock)),
                    new OneHash(),
                    (password, names) -> password.contains("storks") ? 4 : 2,
                    new HashingLane(1)),
            sessions,
            new GuessingGuard(new Failures(), keys, environment.clock),
            recorder);
    private final InMemoryConsentStore consents = new InMemoryConsentStore();
    private final StoredAccountDataService data = new StoredAccountDataService(
            new Found(), new InMemoryPasskeyStore(), sessions, stores.tokenStore, consents, stores.activityLog);

    @BeforeEach
    void makeAccount() {
        Account ana = Account.create(
                AccountId.random(environment.random),
                ANA,
                Profile.EMPTY,
                GivenRights.NONE,
                AccountOrigin.of(AccountOrigin.CreationMethod.CREATED, environment.clock.instant()));
        stores.accounts.put(ana.id(), ana);
        sessions.stored.put(
                new SessionDigest("a".repeat(64)),
                new Session(
                        SessionId.random(environment.random),
                        ana.id(),
                        0,
                        false,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Set.of()));
    }

    @Test
    void replacePassword_byTheCommandLine_setsItAndSignsOutEverywhere() {
        assertThat(service.replacePassword(ANA, PASSWORD, ROOT, deadline)).isEqualTo(Outcome.done(ANA));

        assertThat(stores.account("ana").password()).contains(HASH);
        assertThat(stores.account("ana").epoch()).isEqualTo(1);
        assertThat(sessions.stored).isEmpty();
        assertThat(stores.activities).extracting(Activity::event).containsExactly(Activity.Event.ACCOUNT_PASSWORD);
    }

    @Test
    void replacePassword_byAnAccountEvenASuperusers_isForbidden() {
        Actor superuser = Actor.of(AccountId.random(environment.random), Rights.ALL);

        assertThat(service.replacePassword(ANA, PASSWORD, superuser, deadline))
                .isEqualTo(Outcome.refused(Reason.FORBIDDEN));
        assertThat(stores.account("ana").password()).isEmpty();
    }

    @Test
    void replacePassword_thatIsNotTaken_saysWhy() {
        Map<String, Reason> reasons = Map.of(
                "too short",
                Reason.PASSWORD_TOO_SHORT,
                "x".repeat(257),
                Reason.PASSWORD_TOO_LONG,
                "letters and letters",
                Reason.PASSWORD_TOO_COMMON);
        reasons.forEach((text, reason) -> assertThat(service.replacePassword(ANA, Secret.ofText(text), ROOT, deadline))
                .isEqualTo(Outcome.refused(Refusal.of(reason, "new_password"))));
        assertThat(stores.writes).isZero();
    }

    @Test
    void replacePassword_accountChangedMeanwhile_keepsTheChange() {
        stores.beforeWrite = name -> {
            stores.beforeWrite = any -> {};
            stores.accountStore.update(stores.account("ana").with(AccountState.DEACTIVATED), deadline);
        };

        assertThat(service.replacePassword(ANA, PASSWORD, ROOT, deadline)).isEqualTo(Outcome.done(ANA));

        assertThat(stores.account("ana").isActive()).isFalse();
        assertThat(stores.account("ana").password()).contains(HASH);
    }

    @Test
    void replacePassword_unknownAccount_isAbsent() {
        assertThat(service.replacePassword(new Username("bela"), PASSWORD, ROOT, deadline))
                .isEqualTo(Outcome.refused(Reason.ABSENT));
    }

    @Test
    void unlock_withASource_forgetsItsFailuresToo() {
        assertThat(service.unlock(ANA, Optional.of("192.0.2.1"), ROOT, deadline))
                .isEqualTo(Outcome.done(ANA));

        assertThat(cleared)
                .containsExactly(
                        keys.ofAllSources(ANA.value()),
                        keys.ofCodes(ANA.value()),
                        keys.of(ANA.value(), "192.0.2.1"),
                        keys.ofCodes(ANA.value(), "192.0.2.1"));
        assertThat(stores.activities).extracting(Activity::event).containsExactly(Activity.Event.ACCOUNT_UNLOCK);
    }

    @Test
    void export_account_holdsEverythingOfIt() {
        for (int i = 0; i < 450; i++) {
            recorder.note(
                    Activity.Event.ACCOUNT_UPDATE,
                    ROOT,
                    Optional.of(stores.account("ana").id()),
                    "",
                    deadline);
        }

        Consent consent = new Consent(
                data.export(ANA, ROOT, deadline)
                        .fold(all -> all.account().account().id(), refusal -> {
                            throw new AssertionError(refusal);
                        }),
                new ClientId("dashboard"),
                Set.of("openid"),
                environment.clock.instant());
        consents.add(consent, deadline);
        Everything everything = data.export(ANA, ROOT, deadline).fold(all -> all, refusal -> {
            throw new AssertionError(refusal);
        });

        assertThat(everything.account().account().username()).isEqualTo(ANA);
        assertThat(everything.sessions()).hasSize(1);
        assertThat(everything.consents()).containsExactly(consent);
        assertThat(everything.activities()).hasSize(450).doesNotHaveDuplicates();
    }

    private final class Found implements Accounts {
        @Override
        public Outcome<AccountDetails> find(Username username, Actor actor, Deadline limit) {
            return stores.accountStore
                    .findByUsername(username, limit)
                    .map(account -> Outcome.done(new AccountDetails(account, List.of(), Rights.NONE, Set.of())))
                    .orElseGet(() -> Outcome.refused(Reason.ABSENT));
        }

        @Override
        public Outcome<Page<AccountDetails>> list(Filter filter, PageRequest page, Actor actor, Deadline limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome<InvitedAccount> create(Username username, AccountChange change, Actor actor, Deadline limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome<AccountDetails> change(Username username, AccountChange change, Actor actor, Deadline limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome<Username> delete(Username username, Actor actor, Deadline limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome<Secret> invite(Username username, Actor actor, Deadline limit) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class OneHash implements PasswordHasher {
        @Override
        public PasswordHash hash(Secret password) {
            return HASH;
        }

        @Override
        public boolean matches(Secret password, PasswordHash hash) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void waste(Secret password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOutdated(PasswordHash hash) {
            throw new UnsupportedOperationException();
        }
    }

    private final class Failures implements LoginFailures {
        @Override
        public FailureCount find(LoginAttemptKey key, Deadline limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void noteFailure(LoginAttemptKey key, Instant at, Instant since, Deadline limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void noteSuccess(LoginAttemptKey key, Instant at, Deadline limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void clear(LoginAttemptKey key, Deadline limit) {
            cleared.add(key);
        }
    }

    private static final class Sessions implements SessionStore {
        private final Map<SessionDigest, Session> stored = new HashMap<>();

        @Override
        public void insert(SessionDigest digest, Session session, Deadline limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Session> find(SessionDigest digest, Deadline limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<SessionDigest, Session> ofAccount(AccountId account, Deadline limit) {
            return Map.copyOf(stored);
        }

        @Override
        public Map<SessionDigest, Session> withId(AccountId account, SessionId id, Deadline limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void noteUse(SessionDigest digest, Instant at, Deadline limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean delete(SessionDigest digest, Deadline limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void deleteAll(AccountId account, Deadline limit) {
            stored.clear();
        }
    }
}
