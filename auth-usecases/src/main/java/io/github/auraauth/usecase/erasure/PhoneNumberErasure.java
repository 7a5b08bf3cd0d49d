package io.github.auraauth.usecase.erasure;

import io.github.auraauth.domain.erasure.Erasure;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.RandomIds;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.EraseUsersByPhoneNumber;
import io.github.auraauth.port.out.ErasureJournal;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Erases a person: the journal first, then the rows, so that what was begun is finished whatever happens between. */
public final class PhoneNumberErasure implements EraseUsersByPhoneNumber {
    private final ErasureJournal journal;
    private final PersonRows rows;
    private final InstantSource clock;
    private final SecureRandom random;

    public PhoneNumberErasure(ErasureJournal journal, PersonRows rows, InstantSource clock, SecureRandom random) {
        this.journal = Objects.requireNonNull(journal, "journal");
        this.rows = Objects.requireNonNull(rows, "rows");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.random = Objects.requireNonNull(random, "random");
    }

    @Override
    public ErasureOutcome erase(PhoneNumber phoneNumber, Deadline deadline) {
        Optional<Erasure> begun = journal.unfinished(deadline).stream()
                .filter(erasure -> erasure.phoneNumber().equals(phoneNumber))
                .findFirst();
        Erasure erasure = begun.orElseGet(
                () -> Erasure.of(UUID.fromString(RandomIds.uuid(random)), phoneNumber, clock.instant()));
        Collection<User> found = rows.of(erasure, deadline);
        if (found.isEmpty() && begun.isEmpty()) {
            return ErasureOutcome.NOTHING_STORED;
        }
        finish(erasure, deadline);
        return ErasureOutcome.ERASED;
    }

    /**
     * Goes on with every erasure that was begun and not finished; to be called now and then.
     *
     * @throws io.github.auraauth.port.out.Outage when one still cannot be finished
     */
    public void resume(Deadline deadline) {
        journal.unfinished(deadline).forEach(erasure -> finish(erasure, deadline));
    }

    private void finish(Erasure begun, Deadline deadline) {
        Erasure erasure = begun;
        int removed = 0;
        for (Collection<User> found = rows.of(erasure, deadline);
                !found.isEmpty();
                found = rows.of(erasure, deadline)) {
            erasure = erasure.including(found);
            journal.record(erasure, deadline);
            removed += rows.remove(found, deadline);
        }
        journal.finish(erasure.id(), removed, deadline);
    }
}
