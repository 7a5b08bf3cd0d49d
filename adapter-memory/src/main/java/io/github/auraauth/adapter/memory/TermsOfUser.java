package io.github.auraauth.adapter.memory;

import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsChange;
import io.github.auraauth.domain.terms.TermsStamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records of terms of one user and their history. Not safe for use by several threads: callers synchronize. */
final class TermsOfUser {
    private final Map<Terms, Acceptance> records = new LinkedHashMap<>();
    private final List<TermsChange> history = new ArrayList<>();

    Optional<Acceptance> find(Terms terms) {
        return Optional.ofNullable(records.get(terms));
    }

    Collection<Acceptance> all() {
        return List.copyOf(records.values());
    }

    /** A copy. */
    List<TermsChange> history() {
        return List.copyOf(history);
    }

    /** How many terms there ever were. */
    long size() {
        return history.stream().map(TermsChange::terms).distinct().count();
    }

    void put(Acceptance record, TermsChange.Action action, TermsStamp stamp) {
        records.put(record.terms(), record);
        history.add(new TermsChange(record.terms(), action, Optional.of(record.status()), stamp));
    }

    void removeAll(TermsStamp stamp) {
        records.keySet()
                .forEach(terms ->
                        history.add(new TermsChange(terms, TermsChange.Action.DELETED, Optional.empty(), stamp)));
        records.clear();
    }
}
