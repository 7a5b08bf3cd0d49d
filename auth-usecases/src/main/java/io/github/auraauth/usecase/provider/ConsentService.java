package io.github.auraauth.usecase.provider;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.provider.Consent;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.provider.Consents;
import io.github.auraauth.port.out.grant.GrantStore;
import io.github.auraauth.port.out.provider.ConsentStore;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import io.github.auraauth.usecase.client.ClientReader;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Consents over their store. */
public final class ConsentService implements Consents {
    private final ConsentStore consents;
    private final GrantStore grants;
    private final ClientReader clients;
    private final ActivityRecorder activity;
    private final InstantSource clock;

    public ConsentService(
            ConsentStore consents,
            GrantStore grants,
            ClientReader clients,
            ActivityRecorder activity,
            InstantSource clock) {
        this.consents = consents;
        this.grants = grants;
        this.clients = clients;
        this.activity = activity;
        this.clock = clock;
    }

    @Override
    public List<OwnConsent> ofAccount(AccountId account, Deadline deadline) {
        return consents.ofAccount(account, deadline).stream()
                .map(consent -> new OwnConsent(consent, name(consent.client(), deadline)))
                .toList();
    }

    @Override
    public boolean revoke(AccountId account, ClientId client, Deadline deadline) {
        boolean revoked = consents.delete(account, client, deadline);
        grants.deleteAll(account, client, deadline);
        if (revoked) {
            note(Event.CONSENT_REVOKE, account, client, deadline);
        }
        return revoked;
    }

    /** Names of the scopes that the account has agreed to for the client. */
    Set<String> scopes(Account account, Client client, Deadline deadline) {
        return consents.find(account.id(), client.id(), deadline)
                .filter(consent -> client.wasGiven(consent.givenAt()))
                .map(Consent::scopes)
                .orElse(Set.of());
    }

    void give(Account account, Client client, Set<String> scopes, Deadline deadline) {
        if (scopes(account, client, deadline).isEmpty()) {
            // one for a former client of the same name is not added to
            consents.delete(account.id(), client.id(), deadline);
        }
        consents.add(new Consent(account.id(), client.id(), scopes, clock.instant()), deadline);
        note(Event.CONSENT_GIVE, account.id(), client.id(), deadline);
    }

    private String name(ClientId id, Deadline deadline) {
        return clients.find(id, deadline).map(Client::name).orElse(id.value());
    }

    private void note(Event event, AccountId account, ClientId client, Deadline deadline) {
        Actor owner = Actor.of(account, Rights.NONE);
        activity.note(event, owner, Optional.of(account), client.value(), deadline);
    }
}
