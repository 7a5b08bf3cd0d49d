package io.github.auraauth.usecase.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.adapter.memory.InMemoryTermsStore;
import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.ChangeOutcome;
import io.github.auraauth.domain.terms.LatestAcceptance;
import io.github.auraauth.domain.terms.ServiceName;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsCaller;
import io.github.auraauth.domain.terms.TermsChange;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.domain.terms.TermsVersion;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.terms.TermsStore;
import io.github.auraauth.usecase.Environment;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TermsServicesTest {
    private static final TermsUserId ANNE = new TermsUserId("fake-anne");
    private static final TermsUserId BORIS = new TermsUserId("fake-boris");
    private static final Terms AURA = terms("aura", "1");
    private static final TermsStatus PENDING = new TermsStatus("pending");
    private static final TermsCaller CALLER = new TermsCaller("a-correlator", 1);

    private final Environment.Time clock = new Environment.Time();
    private final InMemoryTermsStore store = new InMemoryTermsStore();
    private final List<Runnable> meanwhile = new ArrayList<>();
    private final TermsAcceptanceService acceptances = new TermsAcceptanceService(disturbed(), clock);

    @Test
    void accept_new_isCreatedNow() {
        Acceptance record = acceptances.accept(ANNE, AURA, CALLER, soon());
        assertThat(record).isEqualTo(new Acceptance(ANNE, AURA, TermsStatus.ACCEPTED, clock.instant()));
        assertThat(store.findAll(ANNE, soon())).containsExactly(record);
        assertThat(history()).singleElement().satisfies(line -> {
            assertThat(line.action()).isEqualTo(TermsChange.Action.CREATED);
            assertThat(line.stamp()).isEqualTo(CALLER.at(clock.instant()));
        });
    }

    @Test
    void accept_again_isTheSameAndLeavesNoLine() {
        Acceptance first = acceptances.accept(ANNE, AURA, CALLER, soon());
        clock.pass(Duration.ofDays(1));
        assertThat(acceptances.accept(ANNE, AURA, CALLER, soon())).isEqualTo(first);
        assertThat(history()).hasSize(1);
    }

    @Test
    void accept_otherStatus_becomesAcceptedAndKeepsItsCreation() {
        Acceptance pending =
                acceptances.register(ANNE, AURA, PENDING, CALLER, soon()).orElseThrow();
        clock.pass(Duration.ofDays(1));
        Acceptance accepted = acceptances.accept(ANNE, AURA, CALLER, soon());
        assertThat(accepted).isEqualTo(new Acceptance(ANNE, AURA, TermsStatus.ACCEPTED, pending.createdAt()));
        assertThat(history()).hasSize(2);
    }

    @Test
    void accept_fiftyAtOnce_isOneRecordAndOneAnswer() throws InterruptedException {
        List<Callable<Acceptance>> calls = IntStream.range(0, 50)
                .<Callable<Acceptance>>mapToObj(
                        i -> () -> acceptances.accept(ANNE, AURA, new TermsCaller("c-" + i, i), soon()))
                .toList();
        ExecutorService callers = Executors.newFixedThreadPool(50);
        List<Future<Acceptance>> answers = callers.invokeAll(calls);
        callers.shutdown();
        Acceptance stored = store.find(ANNE, AURA, soon()).orElseThrow();
        assertThat(answers)
                .hasSize(50)
                .allSatisfy(answer -> assertThat(answer.get()).isEqualTo(stored));
        assertThat(history()).hasSize(1);
    }

    @Test
    void accept_insertedRemovedOrChangedMeanwhile_isDecidedAnew() {
        meanwhile.add(() -> acceptances.register(ANNE, AURA, PENDING, CALLER, soon()));
        meanwhile.add(() -> store.removeAll(ANNE, CALLER.at(clock.instant()), soon()));
        assertThat(acceptances.accept(ANNE, AURA, CALLER, soon()).status().isAccepted())
                .isTrue();
        assertThat(meanwhile).isEmpty();
    }

    @Test
    void accept_othersChangeAgainAndAgain_isContendedAtTheDeadline() {
        TermsStore contended = (TermsStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TermsStore.class}, (proxy, method, arguments) -> {
                    clock.pass(Duration.ofMillis(100));
                    return method.getName().equals("find") ? Optional.empty() : TermsStore.InsertOutcome.PRESENT;
                });
        Deadline deadline = Deadline.in(Duration.ofSeconds(1), clock);
        assertThatThrownBy(() -> new TermsAcceptanceService(contended, clock).accept(ANNE, AURA, CALLER, deadline))
                .isInstanceOf(Outage.Contended.class);
        Deadline other = Deadline.in(Duration.ofSeconds(1), clock);
        assertThatThrownBy(
                        () -> new TermsAcceptanceService(contended, clock).register(ANNE, AURA, PENDING, CALLER, other))
                .isInstanceOf(Outage.Contended.class);
    }

    @Test
    void register_againOrOther_isPresentOrOtherStatus() {
        Acceptance first =
                acceptances.register(ANNE, AURA, PENDING, CALLER, soon()).orElseThrow();
        clock.pass(Duration.ofDays(1));
        assertThat(acceptances.register(ANNE, AURA, PENDING, CALLER, soon()).orElseThrow())
                .isEqualTo(first);
        assertThat(acceptances.register(ANNE, AURA, TermsStatus.ACCEPTED, CALLER, soon()))
                .isEmpty();
        assertThat(store.findAll(ANNE, soon())).containsExactly(first);
    }

    @Test
    void update_record_isTheStoresAnswer() {
        assertThat(acceptances.update(ANNE, AURA, PENDING, CALLER, soon())).isEqualTo(ChangeOutcome.ABSENT);
        acceptances.accept(ANNE, AURA, CALLER, soon());
        assertThat(acceptances.update(ANNE, AURA, PENDING, CALLER, soon())).isEqualTo(ChangeOutcome.UNCHANGED);
    }

    @Test
    void findLatest_otherServices_doNotCount() {
        acceptances.accept(ANNE, terms("aura", "1"), CALLER, soon());
        acceptances.accept(ANNE, terms("other", "9"), CALLER, soon());
        assertThat(acceptances.findLatest(ANNE, terms("aura", "2"), soon()))
                .isEqualTo(new LatestAcceptance(false, Optional.of(new TermsVersion("1"))));
        assertThat(acceptances.findLatest(BORIS, AURA, soon()))
                .isEqualTo(new LatestAcceptance(false, Optional.empty()));
    }

    @Test
    void removeAll_records_leavesTheirHistory() {
        acceptances.accept(ANNE, AURA, CALLER, soon());
        acceptances.removeAll(ANNE, CALLER, soon());
        assertThat(acceptances.findAll(ANNE, soon())).isEmpty();
        assertThat(acceptances.find(ANNE, AURA, soon())).isEmpty();
        assertThat(history()).hasSize(2);
    }

    @Test
    void findAllAndHistory_removedRecords_areThatUsersOnly() {
        var administration = new TermsAdministrationService(store, store, store);
        Acceptance kept = acceptances.accept(ANNE, AURA, CALLER, soon());
        acceptances.accept(BORIS, AURA, CALLER, soon());
        acceptances.removeAll(BORIS, CALLER, soon());
        assertThat(administration.findAll(ANNE, soon())).containsExactly(kept);
        assertThat(administration.findAll(BORIS, soon())).isEmpty();
        assertThat(administration.history(ANNE, soon())).hasSize(1);
        assertThat(administration.history(BORIS, soon())).hasSize(2);
    }

    @Test
    void report_severalUsers_judgesEachByAllOfHisRecords() {
        acceptances.accept(BORIS, terms("aura", "2"), CALLER, soon());
        acceptances.accept(BORIS, terms("aura", "1"), CALLER, soon());
        acceptances.accept(ANNE, terms("aura", "1"), CALLER, soon());
        acceptances.accept(new TermsUserId("fake-carla"), terms("other", "2"), CALLER, soon());
        acceptances.register(new TermsUserId("fake-dora"), terms("aura", "2"), PENDING, CALLER, soon());
        Map<String, LatestAcceptance> report = new LinkedHashMap<>();
        new TermsAdministrationService(store, store, store)
                .report(terms("aura", "2"), (user, latest) -> report.put(user.value(), latest), soon());
        assertThat(report)
                .containsExactly(
                        Map.entry("fake-anne", new LatestAcceptance(false, Optional.of(new TermsVersion("1")))),
                        Map.entry("fake-boris", new LatestAcceptance(true, Optional.of(new TermsVersion("2")))),
                        Map.entry("fake-dora", new LatestAcceptance(false, Optional.empty())));
    }

    private List<TermsChange> history() {
        return store.find(ANNE, soon());
    }

    private static Terms terms(String name, String version) {
        return new Terms(new ServiceName(name), new TermsVersion(version));
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5), InstantSource.system());
    }

    /** The store, where something else happens after each read, as long as there is something left to happen. */
    private TermsStore disturbed() {
        return (TermsStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TermsStore.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(store, arguments);
                        if (method.getName().equals("find") && !meanwhile.isEmpty()) {
                            meanwhile.remove(0).run();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
