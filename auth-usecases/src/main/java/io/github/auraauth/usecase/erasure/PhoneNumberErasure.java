package io.github.auraauth.usecase.erasure;

import io.github.auraauth.domain.erasure.Erasure;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.RandomIds;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.erasure.PersonErasure;
import io.github.auraauth.port.out.erasure.ErasureJournal;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Erases a person: the journal first, then the rows, then what lies elsewhere, so that what was begun is finished
 * whatever happens between.
 */
public final class PhoneNumberErasure implements PersonErasure {
    private final ErasureJournal journal;
    private final ErasureCompletion end;
    private final PersonRows rows;
    private final InstantSource clock;
    private final SecureRandom random;

    /** @param elsewhere erases what lies elsewhere than in the rows */
    public PhoneNumberErasure(
            ErasureJournal journal, PersonRows rows, ErasureStep elsewhere, InstantSource clock, SecureRandom random) {
        this.journal = Objects.requireNonNull(journal, "journal");
        this.rows = Objects.requireNonNull(rows, "rows");
        this.end = new ErasureCompletion(journal, elsewhere);
        this.clock = Objects.requireNonNull(clock, "clock");
        this.random = Objects.requireNonNull(random, "random");
    }

    @Override
    public ErasureOutcome erase(PhoneNumber phoneNumber, Runnable begun, Deadline deadline) {
        List<Erasure> open = journal.unfinished(deadline).stream()
                .filter(each -> each.phoneNumber().equals(phoneNumber))
                .toList();
        Optional<Erasure> recorded =
                open.stream().filter(each -> !each.rowsGone()).findFirst();
        recorded.ifPresent(each -> begun.run());
        Erasure erasure = recorded.orElseGet(
                () -> Erasure.of(UUID.fromString(RandomIds.uuid(random)), phoneNumber, clock.instant()));
        boolean hasRows = !rows.of(erasure, deadline).isEmpty();
        if (!hasRows && open.isEmpty()) {
            return ErasureOutcome.NOTHING_STORED;
        }
        if (hasRows || recorded.isPresent()) {
            end.attempt(withoutRows(erasure, begun, deadline), deadline);
        }
        open.stream().filter(Erasure::rowsGone).forEach(each -> end.attempt(each, deadline));
        return ErasureOutcome.ERASED;
    }

    /**
     * Goes on with every erasure that was begun and not finished, one that fails keeping no other from it; to be called
     * now and then. Rows that came after an erasure's own were gone are not touched.
     *
     * @throws io.github.auraauth.port.Outage when one still cannot be finished
     */
    public void resume(Deadline deadline) {
        List<Erasure> open = journal.unfinished(deadline);
        Optional<Outage> failure = Optional.empty();
        for (int i = 0; i < open.size(); i++) {
            Deadline share = deadline.share(open.size() - i);
            try {
                Erasure each = open.get(i);
                end.reach(each.rowsGone() ? each : withoutRows(each, () -> {}, share), share);
            } catch (Outage outage) {
                failure = Optional.of(outage);
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private Erasure withoutRows(Erasure first, Runnable begun, Deadline deadline) {
        Erasure erasure = first;
        for (Collection<UserRow> found = rows.of(erasure, deadline);
                !found.isEmpty();
                found = rows.of(erasure, deadline)) {
            erasure = erasure.including(found);
            journal.record(erasure, deadline);
            begun.run();
            rows.remove(found, deadline);
        }
        return erasure;
    }
}
