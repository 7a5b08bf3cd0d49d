package io.github.auraauth.usecase.terms;

import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsCaller;
import io.github.auraauth.domain.terms.TermsStamp;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.terms.AcceptTerms;
import io.github.auraauth.port.out.terms.TermsStore;
import io.github.auraauth.port.out.terms.TermsStore.InsertOutcome;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/** Accepts: a repeated acceptance costs one read; what is not accepted yet is written, and read again. */
public final class TermsAcceptance implements AcceptTerms {
    private final TermsStore store;
    private final InstantSource clock;

    public TermsAcceptance(TermsStore store, InstantSource clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public Acceptance accept(TermsUserId userId, Terms terms, TermsCaller caller, Deadline deadline) {
        do {
            Optional<Acceptance> record = store.find(userId, terms, deadline);
            if (record.filter(found -> found.status().isAccepted()).isPresent()) {
                return record.get();
            }
            TermsStamp stamp = caller.at(clock.instant());
            if (record.isPresent()) {
                store.change(userId, terms, TermsStatus.ACCEPTED, stamp, deadline);
            } else {
                Acceptance wanted = Acceptance.created(userId, terms, TermsStatus.ACCEPTED, stamp);
                if (store.insert(wanted, stamp, deadline) == InsertOutcome.INSERTED) {
                    return wanted;
                }
            }
        } while (!deadline.hasPassed());
        throw new Outage.Contended("the acceptance of one record");
    }
}
