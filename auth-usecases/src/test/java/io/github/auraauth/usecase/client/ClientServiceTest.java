package io.github.auraauth.usecase.client;

import static io.github.auraauth.usecase.AccountEnvironment.actor;
import static io.github.auraauth.usecase.AccountEnvironment.done;
import static io.github.auraauth.usecase.AccountEnvironment.refusal;
import static io.github.auraauth.usecase.ProviderEnvironment.CLIENT_SECRET;
import static io.github.auraauth.usecase.ProviderEnvironment.credential;
import static io.github.auraauth.usecase.ProviderInstance.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.client.Clients.IssuedClient;
import io.github.auraauth.port.in.client.Clients.NewClient;
import io.github.auraauth.usecase.ProviderEnvironment;
import io.github.auraauth.usecase.ProviderInstance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientServiceTest {
    private static final Actor OPERATOR = Actor.commandLine("tests");

    private final ProviderEnvironment all = new ProviderEnvironment();
    private final ProviderInstance here = all.instance();

    @Test
    void create_withoutASecret_makesOne_thatIsGoodAndNotKept() {
        IssuedClient issued =
                done(here.clients.create(wanted("client", Optional.empty()), OPERATOR, all.accounts.soon()));
        Secret secret = issued.secret().orElseThrow();
        assertThat(authenticated(issued.client(), secret)).isEmpty();
        assertThat(issued.client().toString()).doesNotContain(ProviderEnvironment.text(secret));
        IssuedClient given =
                done(here.clients.create(wanted("other", Optional.of(CLIENT_SECRET)), OPERATOR, all.accounts.soon()));
        assertThat(given.secret()).isEmpty();
        assertThat(given.client().authentication().secrets())
                .as("another client's same secret is kept otherwise")
                .doesNotContainAnyElementsOf(
                        all.trusted("third").authentication().secrets());
    }

    @Test
    void create_identifierThatIsTaken_isRefusedAndChangesNothing() {
        Client client = all.trusted("client");
        assertThat(refusal(here.clients.create(wanted("client", Optional.empty()), OPERATOR, all.accounts.soon()))
                        .reason())
                .isEqualTo(Reason.TAKEN);
        assertThat(authenticated(client, CLIENT_SECRET)).isEmpty();
    }

    @Test
    void addSecret_isGoodBesideTheLastOne_andTheOneBeforeThatEnds() {
        Client client = all.trusted("client");
        Secret second = Secret.ofText("the second secret of the client");
        Secret third = Secret.ofText("the third secret of the client");
        add(client, second, false);
        assertThat(authenticated(client, CLIENT_SECRET)).isEmpty();
        assertThat(authenticated(client, second)).isEmpty();
        add(client, third, false);
        assertThat(authenticated(client, CLIENT_SECRET)).isEqualTo("invalid_client");
        assertThat(authenticated(client, second)).isEmpty();
        add(client, CLIENT_SECRET, true);
        assertThat(authenticated(client, third)).isEqualTo("invalid_client");
        assertThat(authenticated(client, CLIENT_SECRET)).isEmpty();
    }

    @Test
    void addSecret_toAPublicClient_isRefused() {
        Client open = all.publicClient("open");
        assertThat(refusal(here.clients.addSecret(open.id(), Optional.empty(), false, OPERATOR, all.accounts.soon()))
                        .reason())
                .isEqualTo(Reason.UNKNOWN);
    }

    @Test
    void delete_registeredClient_isSeenElsewhereWithinTwoSeconds() {
        Client client = all.trusted("client");
        ProviderInstance there = all.instance();
        assertThat(error(there.authenticator.authenticate(credential(client), all.accounts.soon())))
                .isEmpty();
        done(here.clients.delete(client.id(), OPERATOR, all.accounts.soon()));
        assertThat(authenticated(client, CLIENT_SECRET)).isEqualTo("invalid_client");
        all.accounts.clock.advance(Duration.ofSeconds(2));
        assertThat(error(there.authenticator.authenticate(credential(client), all.accounts.soon())))
                .isEqualTo("invalid_client");
        assertThat(refusal(here.clients.delete(client.id(), OPERATOR, all.accounts.soon()))
                        .reason())
                .isEqualTo(Reason.ABSENT);
    }

    @Test
    void list_pageByPage_givesAllAndBack() {
        for (String id : List.of("c", "a", "b")) {
            all.trusted(id);
        }
        Page<Client> first = done(here.clients.list(PageRequest.first(2), OPERATOR, all.accounts.soon()));
        Page<Client> second =
                done(here.clients.list(new PageRequest(first.next(), 2, false), OPERATOR, all.accounts.soon()));
        assertThat(first.results()).extracting(client -> client.id().value()).containsExactly("a", "b");
        assertThat(second.results()).extracting(client -> client.id().value()).containsExactly("c");
        assertThat(done(here.clients.list(new PageRequest(second.previous(), 2, false), OPERATOR, all.accounts.soon()))
                        .results())
                .isEqualTo(first.results());
    }

    @Test
    void everything_withoutBeingASuperuser_isRefused() {
        Client client = all.trusted("client");
        Actor somebody = actor(all.accounts.staff("sam", "create_account", "update_account"));
        assertThat(refusal(here.clients.list(Optional.empty(), 10, somebody, all.accounts.soon()))
                        .reason())
                .isEqualTo(Reason.FORBIDDEN);
        assertThat(refusal(here.clients.find(client.id(), somebody, all.accounts.soon()))
                        .reason())
                .isEqualTo(Reason.FORBIDDEN);
        assertThat(refusal(here.clients.create(wanted("new", Optional.empty()), somebody, all.accounts.soon()))
                        .reason())
                .isEqualTo(Reason.FORBIDDEN);
        assertThat(refusal(here.clients.update(client.id(), read -> read, somebody, all.accounts.soon()))
                        .reason())
                .isEqualTo(Reason.FORBIDDEN);
        assertThat(refusal(here.clients.addSecret(client.id(), Optional.empty(), true, somebody, all.accounts.soon()))
                        .reason())
                .isEqualTo(Reason.FORBIDDEN);
        assertThat(refusal(here.clients.delete(client.id(), somebody, all.accounts.soon()))
                        .reason())
                .isEqualTo(Reason.FORBIDDEN);
    }

    @Test
    void isKnown_originOfARedirectAddress_onceItWasRead() {
        all.trusted("client");
        assertThat(here.clientReader.isKnown("https://client.example")).isFalse();
        assertThat(here.clientReader.hasAny()).isFalse();
        here.clientReader.readOrigins(all.accounts.soon());
        assertThat(here.clientReader.isKnown("https://client.example")).isTrue();
        assertThat(here.clientReader.hasAny()).isTrue();
        assertThat(here.clientReader.isKnown("https://client.example.evil.example"))
                .isFalse();
        assertThat(here.clientReader.isKnown("null")).isFalse();
    }

    private void add(Client client, Secret secret, boolean dropOthers) {
        done(here.clients.addSecret(client.id(), Optional.of(secret), dropOthers, OPERATOR, all.accounts.soon()));
    }

    private String authenticated(Client client, Secret secret) {
        return error(here.authenticator.authenticate(credential(client, secret), all.accounts.soon()));
    }

    private NewClient wanted(String id, Optional<Secret> secret) {
        Client like = all.client(id, true, ProviderEnvironment.policy(true));
        return new NewClient(
                new ClientId(id),
                like.name(),
                true,
                secret,
                Optional.empty(),
                like.addresses(),
                like.policy(),
                like.lifetimes());
    }
}
