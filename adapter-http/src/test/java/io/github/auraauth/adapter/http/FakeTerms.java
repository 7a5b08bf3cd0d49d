package io.github.auraauth.adapter.http;

import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.access.AuthenticationResult.Refusal;
import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.ChangeOutcome;
import io.github.auraauth.domain.terms.LatestAcceptance;
import io.github.auraauth.domain.terms.ServiceName;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsCaller;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.domain.terms.TermsVersion;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.terms.TermsAcceptances;
import io.github.auraauth.port.in.terms.TermsAuthentication.TermsCall;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** All inbound ports of the terms, each answering what the test says and noting that it was asked. */
final class FakeTerms {
    static final List<String> KEYS = List.of("58e76225-fake-of-a-test", "fake-second-key");
    static final Instant CREATED = Instant.parse("2019-08-08T15:19:48.259Z");

    /** What was asked, besides keys, in words. */
    final List<String> calls = new CopyOnWriteArrayList<>();

    final List<TermsCaller> callers = new CopyOnWriteArrayList<>();

    boolean otherStatus;
    ChangeOutcome change = ChangeOutcome.CHANGED;
    Optional<Acceptance> record = Optional.empty();
    List<Acceptance> records = List.of();
    LatestAcceptance latest = new LatestAcceptance(false, Optional.empty());
    Runnable failing = () -> {};

    void reset() {
        calls.clear();
        callers.clear();
        otherStatus = false;
        change = ChangeOutcome.CHANGED;
        record = Optional.empty();
        records = List.of();
        latest = new LatestAcceptance(false, Optional.empty());
        failing = () -> {};
    }

    TermsPorts ports() {
        return new TermsPorts(FakeTerms::authenticated, new TermsAcceptances() {
            @Override
            public Acceptance accept(TermsUserId userId, Terms terms, TermsCaller caller, Deadline deadline) {
                note("accept", userId, terms, "", caller);
                return new Acceptance(userId, terms, TermsStatus.ACCEPTED, CREATED);
            }

            @Override
            public Optional<Acceptance> register(
                    TermsUserId userId, Terms terms, TermsStatus status, TermsCaller caller, Deadline deadline) {
                note("register", userId, terms, status.value(), caller);
                return otherStatus ? Optional.empty() : Optional.of(new Acceptance(userId, terms, status, CREATED));
            }

            @Override
            public ChangeOutcome update(
                    TermsUserId userId, Terms terms, TermsStatus status, TermsCaller caller, Deadline deadline) {
                note("update", userId, terms, status.value(), caller);
                return change;
            }

            @Override
            public void removeAll(TermsUserId userId, TermsCaller caller, Deadline deadline) {
                calls.add("remove " + userId.value());
                callers.add(caller);
            }

            @Override
            public Optional<Acceptance> find(TermsUserId userId, Terms terms, Deadline deadline) {
                calls.add("read " + words(userId, terms));
                return record;
            }

            @Override
            public List<Acceptance> findAll(TermsUserId userId, Deadline deadline) {
                calls.add("list " + userId.value());
                return records;
            }

            @Override
            public LatestAcceptance findLatest(TermsUserId userId, Terms required, Deadline deadline) {
                calls.add("latest " + words(userId, required));
                return latest;
            }
        });
    }

    static Acceptance record(String version, String status) {
        return new Acceptance(
                new TermsUserId("9a47b037-825f-4ae7-bf55-6290efd5d036"),
                new Terms(new ServiceName("aura"), new TermsVersion(version)),
                new TermsStatus(status),
                CREATED);
    }

    private void note(String what, TermsUserId userId, Terms terms, String status, TermsCaller caller) {
        calls.add((what + ' ' + words(userId, terms) + ' ' + status).strip());
        callers.add(caller);
        failing.run();
    }

    private static String words(TermsUserId userId, Terms terms) {
        return userId.value()
                + ' '
                + terms.name().value()
                + ' '
                + terms.version().value();
    }

    private static AuthenticationResult<Integer> authenticated(TermsCall call) {
        String key = new String(call.key().reveal(), StandardCharsets.UTF_8);
        if (key.equals("throttled")) {
            return AuthenticationResult.refused(Refusal.THROTTLED);
        }
        int place = KEYS.indexOf(key);
        return place < 0
                ? AuthenticationResult.refused(Refusal.UNAUTHENTICATED)
                : new AuthenticationResult.Granted<>(place);
    }
}
