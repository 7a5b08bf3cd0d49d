package io.github.auraauth.adapter.memory.provider;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.memory.Deadlines;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.provider.Consent;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.provider.ConsentStore;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Consents in the memory of one process, gone with it. */
public final class InMemoryConsentStore implements ConsentStore {
    private final Map<Parties, Consent> consents = new ConcurrentHashMap<>();

    @Override
    public void add(Consent consent, Deadline deadline) {
        requireNonNull(consent, "consent");
        Deadlines.check(deadline);
        consents.merge(new Parties(consent.account(), consent.client()), consent, InMemoryConsentStore::sum);
    }

    @Override
    public Optional<Consent> find(AccountId account, ClientId client, Deadline deadline) {
        Parties parties = new Parties(account, client);
        Deadlines.check(deadline);
        return Optional.ofNullable(consents.get(parties));
    }

    @Override
    public List<Consent> ofAccount(AccountId account, Deadline deadline) {
        requireNonNull(account, "account");
        Deadlines.check(deadline);
        return consents.values().stream()
                .filter(consent -> consent.account().equals(account))
                .sorted(Comparator.comparing(Consent::client))
                .toList();
    }

    @Override
    public boolean delete(AccountId account, ClientId client, Deadline deadline) {
        Parties parties = new Parties(account, client);
        Deadlines.check(deadline);
        return consents.remove(parties) != null;
    }

    @Override
    public void deleteAll(AccountId account, Deadline deadline) {
        requireNonNull(account, "account");
        Deadlines.check(deadline);
        consents.keySet().removeIf(parties -> parties.account.equals(account));
    }

    private static Consent sum(Consent before, Consent added) {
        Set<String> scopes = new HashSet<>(before.scopes());
        scopes.addAll(added.scopes());
        return new Consent(
                added.account(),
                added.client(),
                scopes,
                added.givenAt().isAfter(before.givenAt()) ? added.givenAt() : before.givenAt());
    }

    private record Parties(AccountId account, ClientId client) {
        Parties {
            requireNonNull(account, "account");
            requireNonNull(client, "client");
        }
    }
}
