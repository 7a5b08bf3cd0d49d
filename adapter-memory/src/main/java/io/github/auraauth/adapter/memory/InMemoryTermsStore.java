package io.github.auraauth.adapter.memory;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.ChangeOutcome;
import io.github.auraauth.domain.terms.ServiceName;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsChange;
import io.github.auraauth.domain.terms.TermsStamp;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.out.terms.TermsDirectory;
import io.github.auraauth.port.out.terms.TermsHistory;
import io.github.auraauth.port.out.terms.TermsStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Records of terms and their history in the memory of one process, gone with it; every call is atomic under one lock. */
public final class InMemoryTermsStore implements TermsStore, TermsHistory, TermsDirectory {
    private static final Comparator<Acceptance> NEWEST_FIRST = Comparator.comparing(Acceptance::createdAt)
            .reversed()
            .thenComparing(record -> record.terms().name().value())
            .thenComparing(record -> record.terms().version().value());

    private final Map<String, TermsOfUser> users = new TreeMap<>();

    @Override
    public InsertOutcome insert(Acceptance record, TermsStamp stamp, Deadline deadline) {
        requireNonNull(record, "record");
        requireNonNull(stamp, "stamp");
        Deadlines.check(deadline);
        synchronized (users) {
            TermsOfUser ofUser = users.computeIfAbsent(record.userId().value(), id -> new TermsOfUser());
            if (ofUser.find(record.terms()).isPresent()) {
                return InsertOutcome.PRESENT;
            }
            ofUser.put(record, TermsChange.Action.CREATED, stamp);
            return InsertOutcome.INSERTED;
        }
    }

    @Override
    public ChangeOutcome change(
            TermsUserId userId, Terms terms, TermsStatus status, TermsStamp stamp, Deadline deadline) {
        requireNonNull(terms, "terms");
        requireNonNull(status, "status");
        requireNonNull(stamp, "stamp");
        synchronized (users) {
            Optional<TermsOfUser> ofUser = ofUser(userId, deadline);
            Optional<Acceptance> record = ofUser.flatMap(each -> each.find(terms));
            if (record.isEmpty()) {
                return ChangeOutcome.ABSENT;
            }
            if (record.get().status().isAccepted() || record.get().status().equals(status)) {
                return ChangeOutcome.UNCHANGED;
            }
            Acceptance changed =
                    new Acceptance(userId, terms, status, record.get().createdAt());
            ofUser.get().put(changed, TermsChange.Action.CHANGED, stamp);
            return ChangeOutcome.CHANGED;
        }
    }

    @Override
    public Optional<Acceptance> find(TermsUserId userId, Terms terms, Deadline deadline) {
        requireNonNull(terms, "terms");
        synchronized (users) {
            return ofUser(userId, deadline).flatMap(ofUser -> ofUser.find(terms));
        }
    }

    @Override
    public List<Acceptance> findAll(TermsUserId userId, Deadline deadline) {
        synchronized (users) {
            return ofUser(userId, deadline).stream()
                    .flatMap(ofUser -> ofUser.all().stream())
                    .sorted(NEWEST_FIRST)
                    .toList();
        }
    }

    @Override
    public void removeAll(TermsUserId userId, TermsStamp stamp, Deadline deadline) {
        requireNonNull(stamp, "stamp");
        synchronized (users) {
            ofUser(userId, deadline).ifPresent(ofUser -> ofUser.removeAll(stamp));
        }
    }

    @Override
    public List<TermsChange> find(TermsUserId userId, Deadline deadline) {
        synchronized (users) {
            return ofUser(userId, deadline).map(TermsOfUser::history).orElse(List.of());
        }
    }

    @Override
    public long erase(Set<String> userIds, Deadline deadline) {
        requireNonNull(userIds, "userIds");
        Deadlines.check(deadline);
        synchronized (users) {
            return userIds.stream()
                    .flatMap(id -> Optional.ofNullable(users.remove(id)).stream())
                    .mapToLong(TermsOfUser::size)
                    .sum();
        }
    }

    @Override
    public void visit(ServiceName name, Consumer<Acceptance> each, Deadline deadline) {
        requireNonNull(name, "name");
        requireNonNull(each, "each");
        Deadlines.check(deadline);
        List<Acceptance> records;
        synchronized (users) {
            records = users.values().stream()
                    .flatMap(ofUser -> ofUser.all().stream())
                    .filter(record -> record.terms().name().equals(name))
                    .toList();
        }
        records.forEach(each);
    }

    @Override
    public List<List<Acceptance>> page(ServiceName name, Keyset<TermsUserId> place, int most, Deadline deadline) {
        requireNonNull(place, "place");
        List<Acceptance> records = new ArrayList<>();
        visit(name, records::add, deadline);
        Map<TermsUserId, List<Acceptance>> byUser = records.stream().collect(Collectors.groupingBy(Acceptance::userId));
        return KeysetPages.page(
                byUser.values(), ofOne -> ofOne.get(0).userId(), Comparator.comparing(TermsUserId::value), place, most);
    }

    private Optional<TermsOfUser> ofUser(TermsUserId userId, Deadline deadline) {
        requireNonNull(userId, "userId");
        Deadlines.check(deadline);
        return Optional.ofNullable(users.get(userId.value()));
    }
}
