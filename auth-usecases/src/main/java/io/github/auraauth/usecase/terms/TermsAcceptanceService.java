package io.github.auraauth.usecase.terms;

import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.ChangeOutcome;
import io.github.auraauth.domain.terms.LatestAcceptance;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsCaller;
import io.github.auraauth.domain.terms.TermsStamp;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.terms.TermsAcceptances;
import io.github.auraauth.port.out.terms.TermsStore;
import io.github.auraauth.port.out.terms.TermsStore.InsertOutcome;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Records of terms in a store; there is no cache of them. */
public final class TermsAcceptanceService implements TermsAcceptances {
    private final TermsStore store;
    private final InstantSource clock;

    public TermsAcceptanceService(TermsStore store, InstantSource clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** A repeated acceptance costs one read; what is not accepted yet is written, and read again. */
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

    /** Inserts first, and where there is a record, compares its status with the wanted one. */
    @Override
    public Optional<Acceptance> register(
            TermsUserId userId, Terms terms, TermsStatus status, TermsCaller caller, Deadline deadline) {
        do {
            TermsStamp stamp = caller.at(clock.instant());
            Acceptance wanted = Acceptance.created(userId, terms, status, stamp);
            if (store.insert(wanted, stamp, deadline) == InsertOutcome.INSERTED) {
                return Optional.of(wanted);
            }
            Optional<Acceptance> record = store.find(userId, terms, deadline);
            if (record.isPresent()) {
                return record.filter(found -> found.status().equals(status));
            }
        } while (!deadline.hasPassed());
        throw new Outage.Contended("the registration of one record");
    }

    @Override
    public ChangeOutcome update(
            TermsUserId userId, Terms terms, TermsStatus status, TermsCaller caller, Deadline deadline) {
        return store.change(userId, terms, status, caller.at(clock.instant()), deadline);
    }

    @Override
    public void removeAll(TermsUserId userId, TermsCaller caller, Deadline deadline) {
        store.removeAll(userId, caller.at(clock.instant()), deadline);
    }

    @Override
    public Optional<Acceptance> find(TermsUserId userId, Terms terms, Deadline deadline) {
        return store.find(userId, terms, deadline);
    }

    @Override
    public List<Acceptance> findAll(TermsUserId userId, Deadline deadline) {
        return store.findAll(userId, deadline);
    }

    @Override
    public LatestAcceptance findLatest(TermsUserId userId, Terms required, Deadline deadline) {
        List<Acceptance> records = store.findAll(userId, deadline).stream()
                .filter(record -> record.terms().name().equals(required.name()))
                .toList();
        return LatestAcceptance.of(records, required.version());
    }
}
