package io.github.auraauth.usecase.terms;

import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsCaller;
import io.github.auraauth.domain.terms.TermsStamp;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.terms.RegisterTermsStatus;
import io.github.auraauth.port.out.terms.TermsStore;
import io.github.auraauth.port.out.terms.TermsStore.InsertOutcome;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/** Inserts first, and where there is a record, tells whether it has the wanted status. */
public final class TermsStatusRegistration implements RegisterTermsStatus {
    private final TermsStore store;
    private final InstantSource clock;

    public TermsStatusRegistration(TermsStore store, InstantSource clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public StatusOutcome register(
            TermsUserId userId, Terms terms, TermsStatus status, TermsCaller caller, Deadline deadline) {
        do {
            TermsStamp stamp = caller.at(clock.instant());
            Acceptance wanted = Acceptance.created(userId, terms, status, stamp);
            if (store.insert(wanted, stamp, deadline) == InsertOutcome.INSERTED) {
                return new StatusOutcome.Present(wanted);
            }
            Optional<Acceptance> record = store.find(userId, terms, deadline);
            if (record.isPresent()) {
                return record.get().status().equals(status)
                        ? new StatusOutcome.Present(record.get())
                        : new StatusOutcome.OtherStatus();
            }
        } while (!deadline.hasPassed());
        throw new Outage.Contended("the registration of one record");
    }
}
