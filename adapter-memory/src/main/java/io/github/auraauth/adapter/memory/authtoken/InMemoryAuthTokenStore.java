package io.github.auraauth.adapter.memory.authtoken;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.github.auraauth.adapter.memory.Deadlines;
import io.github.auraauth.adapter.memory.KeysetPages;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenDigest;
import io.github.auraauth.domain.authtoken.AuthTokenId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.out.authtoken.AuthTokenDirectory;
import io.github.auraauth.port.out.authtoken.AuthTokenStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Auth tokens in the memory of one process, gone with it; every call is atomic under one lock. */
public final class InMemoryAuthTokenStore implements AuthTokenStore, AuthTokenDirectory {
    private final Map<AuthTokenDigest, AuthToken> tokens = new HashMap<>();
    private final Map<AuthTokenId, AuthTokenDigest> digests = new HashMap<>();

    @Override
    public boolean insert(AuthTokenDigest digest, AuthToken token, Deadline deadline) {
        requireNonNull(digest, "digest");
        requireNonNull(token, "token");
        Deadlines.check(deadline);
        synchronized (tokens) {
            if (tokens.containsKey(digest) || digests.containsKey(token.id())) {
                return false;
            }
            tokens.put(digest, token);
            digests.put(token.id(), digest);
            return true;
        }
    }

    @Override
    public Optional<AuthToken> find(AuthTokenDigest digest, Deadline deadline) {
        requireNonNull(digest, "digest");
        Deadlines.check(deadline);
        synchronized (tokens) {
            return Optional.ofNullable(tokens.get(digest));
        }
    }

    @Override
    public Optional<AuthToken> findById(AuthTokenId id, Deadline deadline) {
        requireNonNull(id, "id");
        Deadlines.check(deadline);
        synchronized (tokens) {
            return Optional.ofNullable(digests.get(id)).map(tokens::get);
        }
    }

    @Override
    public boolean update(AuthToken token, Deadline deadline) {
        requireNonNull(token, "token");
        Deadlines.check(deadline);
        synchronized (tokens) {
            Optional<AuthTokenDigest> digest = Optional.ofNullable(digests.get(token.id()));
            digest.ifPresent(name -> tokens.computeIfPresent(
                    name,
                    (same, stored) -> usedAt(
                            stored.withdrawn() ? token.asWithdrawn() : token,
                            stored.times().lastUsedAt())));
            return digest.isPresent();
        }
    }

    @Override
    public void noteUse(AuthTokenId id, Instant at, Deadline deadline) {
        requireNonNull(id, "id");
        requireNonNull(at, "at");
        Deadlines.check(deadline);
        synchronized (tokens) {
            Optional.ofNullable(digests.get(id))
                    .ifPresent(name -> tokens.computeIfPresent(
                            name,
                            (same, token) -> usedAt(
                                    token,
                                    token.times()
                                            .lastUsedAt()
                                            .filter(at::isBefore)
                                            .or(() -> Optional.of(at)))));
        }
    }

    @Override
    public boolean delete(AuthTokenId id, Deadline deadline) {
        requireNonNull(id, "id");
        Deadlines.check(deadline);
        synchronized (tokens) {
            return Optional.ofNullable(digests.remove(id)).map(tokens::remove).isPresent();
        }
    }

    @Override
    public void deleteAll(AccountId account, Deadline deadline) {
        requireNonNull(account, "account");
        Deadlines.check(deadline);
        synchronized (tokens) {
            tokens.values().removeIf(token -> token.account().equals(account));
            digests.values().retainAll(tokens.keySet());
        }
    }

    @Override
    public List<AuthToken> page(Optional<AccountId> account, Keyset<AuthTokenId> place, int most, Deadline deadline) {
        requireNonNull(account, "account");
        requireNonNull(place, "place");
        Deadlines.check(deadline);
        synchronized (tokens) {
            List<AuthToken> owned = tokens.values().stream()
                    .filter(token -> account.filter(owner -> !owner.equals(token.account()))
                            .isEmpty())
                    .toList();
            return KeysetPages.page(owned, AuthToken::id, Comparator.comparing(AuthTokenId::value), place, most);
        }
    }

    @Override
    public int count(Optional<AccountId> account, int most, Deadline deadline) {
        return page(account, Keyset.first(), most, deadline).size();
    }

    @Override
    public List<AuthToken> ending(Instant from, Instant until, int most, Deadline deadline) {
        requireNonNull(from, "from");
        requireNonNull(until, "until");
        return page(Optional.empty(), Keyset.first(), Integer.MAX_VALUE, deadline).stream()
                .filter(token -> !token.withdrawn())
                .filter(token -> token.times()
                        .expiresAt()
                        .filter(end -> !end.isBefore(from) && end.isBefore(until))
                        .isPresent())
                .sorted(Comparator.comparing(token -> token.times().expiresAt().orElseThrow()))
                .limit(most)
                .toList();
    }

    @Override
    public List<AuthToken> unused(Instant since, Instant now, int most, Deadline deadline) {
        requireNonNull(since, "since");
        requireNonNull(now, "now");
        return page(Optional.empty(), Keyset.first(), Integer.MAX_VALUE, deadline).stream()
                .filter(token -> token.isGoodAt(now))
                .filter(token -> token.times()
                        .lastUsedAt()
                        .orElseGet(() -> token.times().createdAt())
                        .isBefore(since))
                .sorted(Comparator.comparing(
                                (AuthToken token) -> token.times().lastUsedAt().orElse(Instant.MIN))
                        .thenComparing(token -> token.times().createdAt()))
                .limit(most)
                .toList();
    }

    @Override
    public Map<AuthTokenDigest, AuthToken> listed(Deadline deadline) {
        Deadlines.check(deadline);
        synchronized (tokens) {
            return tokens.entrySet().stream()
                    .filter(entry -> entry.getValue().source() == AuthToken.Source.LISTED)
                    .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    private static AuthToken usedAt(AuthToken token, Optional<Instant> lastUse) {
        var times = new AuthToken.Times(token.times().createdAt(), token.times().expiresAt(), lastUse);
        return new AuthToken(
                token.id(),
                token.name(),
                token.account(),
                token.permissions(),
                times,
                token.source(),
                token.withdrawn());
    }
}
