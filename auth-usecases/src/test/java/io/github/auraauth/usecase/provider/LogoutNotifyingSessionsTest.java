package io.github.auraauth.usecase.provider;

import static io.github.auraauth.usecase.ProviderInstance.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.provider.LogoutNotice;
import io.github.auraauth.domain.session.SessionDigest;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.provider.LogoutNotices;
import io.github.auraauth.port.out.provider.SessionClients;
import io.github.auraauth.port.out.session.SessionStore;
import io.github.auraauth.usecase.ProviderEnvironment;
import io.github.auraauth.usecase.ProviderInstance;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told where the process or its database goes away in the middle. */
class LogoutNotifyingSessionsTest {
    private final ProviderEnvironment all = new ProviderEnvironment();
    private final ProviderInstance here = all.instance();
    private final Client one = all.trusted("one");
    private final Client other = all.trusted("other");
    private SessionDigest digest;

    @BeforeEach
    void logIn() {
        all.accounts.account("ana");
        var session = here.logIn("ana");
        given(here.exchange(one, here.code(one, session)));
        given(here.exchange(other, here.code(other, session)));
        digest = all.accounts
                .sessions
                .ofAccount(all.accounts.stored("ana").id(), all.accounts.soon())
                .keySet()
                .iterator()
                .next();
    }

    @Test
    void delete_failsBeforeTheSessionEnds_hasToldAll_andTellsNobodyAnewAtTheNext() {
        SessionStore away = failing(SessionStore.class, all.accounts.sessions, "delete", 1);
        assertThatThrownBy(() -> over(away, all.sessionClients, all.notices).delete(digest, all.accounts.soon()))
                .isInstanceOf(Outage.class);
        assertThat(told()).containsExactlyInAnyOrder(one.id(), other.id());
        assertThat(all.accounts.sessions.delete(digest, all.accounts.soon())).isTrue();
        assertThat(told()).hasSize(2);
    }

    @Test
    void delete_failsAmongTheNotices_tellsAllAtTheNext() {
        LogoutNotices away = failing(LogoutNotices.class, all.notices, "insert", 2);
        assertThatThrownBy(() ->
                        over(all.accounts.sessions, all.sessionClients, away).delete(digest, all.accounts.soon()))
                .isInstanceOf(Outage.class);
        assertThat(all.accounts.sessions.delete(digest, all.accounts.soon())).isTrue();
        assertThat(Set.copyOf(told())).containsExactlyInAnyOrder(one.id(), other.id());
    }

    @Test
    void deleteAll_failsBeforeTheClientsAreForgotten_tellsAll() {
        SessionClients away = failing(SessionClients.class, all.sessionClients, "forget", 1);
        var ana = all.accounts.stored("ana").id();
        assertThatThrownBy(() -> over(all.accounts.sessions, away, all.notices).deleteAll(ana, all.accounts.soon()))
                .isInstanceOf(Outage.class);
        assertThat(Set.copyOf(told())).containsExactlyInAnyOrder(one.id(), other.id());
    }

    private LogoutNotifyingSessions over(SessionStore sessions, SessionClients clients, LogoutNotices notices) {
        return new LogoutNotifyingSessions(
                sessions,
                new LogoutNotifier(clients, all.accounts.accounts, notices, all.accounts.clock, all.accounts.random));
    }

    private List<ClientId> told() {
        return all.notices.due(all.accounts.clock.instant(), 10, all.accounts.soon()).stream()
                .map(LogoutNotice::client)
                .toList();
    }

    /** The port, of which that call is an outage that time. */
    private static <P> P failing(Class<P> port, P real, String call, int time) {
        AtomicInteger times = new AtomicInteger();
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    if (method.getName().equals(call) && times.incrementAndGet() == time) {
                        throw new Outage.Unavailable("fake");
                    }
                    return method.invoke(real, arguments);
                }));
    }
}
