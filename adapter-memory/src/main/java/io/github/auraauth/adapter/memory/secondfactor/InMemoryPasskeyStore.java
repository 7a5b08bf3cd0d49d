package io.github.auraauth.adapter.memory.secondfactor;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.memory.Deadlines;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.passkey.Passkey;
import io.github.auraauth.domain.secondfactor.PasskeyId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.secondfactor.PasskeyStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Passkeys in the memory of one process, gone with it; every call is atomic under one lock. */
public final class InMemoryPasskeyStore implements PasskeyStore {
    private final Map<PasskeyId, Passkey> passkeys = new HashMap<>();

    @Override
    public InsertOutcome insert(Passkey passkey, Deadline deadline) {
        requireNonNull(passkey, "passkey");
        Deadlines.check(deadline);
        synchronized (passkeys) {
            return passkeys.putIfAbsent(passkey.id(), passkey) == null ? InsertOutcome.INSERTED : InsertOutcome.TAKEN;
        }
    }

    @Override
    public Optional<Passkey> find(PasskeyId id, Deadline deadline) {
        requireNonNull(id, "id");
        Deadlines.check(deadline);
        synchronized (passkeys) {
            return Optional.ofNullable(passkeys.get(id));
        }
    }

    @Override
    public List<Passkey> ofAccount(AccountId account, Deadline deadline) {
        requireNonNull(account, "account");
        Deadlines.check(deadline);
        synchronized (passkeys) {
            return passkeys.values().stream()
                    .filter(passkey -> passkey.account().equals(account))
                    .sorted(comparing(Passkey::addedAt).thenComparing(Passkey::id))
                    .toList();
        }
    }

    @Override
    public UseOutcome noteUse(PasskeyId id, long count, Instant at, Deadline deadline) {
        requireNonNull(id, "id");
        Instant time = requireNonNull(at, "at").truncatedTo(ChronoUnit.MILLIS);
        Deadlines.check(deadline);
        synchronized (passkeys) {
            Passkey stored = passkeys.get(id);
            if (stored == null) {
                return UseOutcome.ABSENT;
            }
            if (count <= stored.count() && (count != 0 || stored.count() != 0)) {
                return UseOutcome.COUNT_NOT_RISEN;
            }
            passkeys.put(id, used(stored, count, time));
            return UseOutcome.NOTED;
        }
    }

    @Override
    public boolean delete(PasskeyId id, Deadline deadline) {
        requireNonNull(id, "id");
        Deadlines.check(deadline);
        synchronized (passkeys) {
            return passkeys.remove(id) != null;
        }
    }

    @Override
    public void deleteAll(AccountId account, Deadline deadline) {
        requireNonNull(account, "account");
        Deadlines.check(deadline);
        synchronized (passkeys) {
            passkeys.values().removeIf(passkey -> passkey.account().equals(account));
        }
    }

    private static Passkey used(Passkey stored, long count, Instant time) {
        Instant latest = stored.usedAt().filter(time::isBefore).orElse(time);
        return new Passkey(
                stored.id(),
                stored.account(),
                stored.name(),
                stored.publicKey(),
                count,
                stored.addedAt(),
                Optional.of(latest));
    }
}
