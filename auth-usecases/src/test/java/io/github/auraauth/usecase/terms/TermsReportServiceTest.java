package io.github.auraauth.usecase.terms;

import static io.github.auraauth.usecase.AccountEnvironment.actor;
import static io.github.auraauth.usecase.AccountEnvironment.done;
import static io.github.auraauth.usecase.AccountEnvironment.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.memory.InMemoryTermsStore;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.terms.ServiceName;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsCaller;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.domain.terms.TermsVersion;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.terms.TermsReport.Line;
import io.github.auraauth.usecase.AccountEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TermsReportServiceTest {
    private static final TermsCaller CALLER = new TermsCaller("a-correlator", 1);

    private final AccountEnvironment all = new AccountEnvironment();
    private final InMemoryTermsStore store = new InMemoryTermsStore();
    private final TermsReportService report = new TermsReportService(store);
    private final TermsAcceptanceService acceptances = new TermsAcceptanceService(store, all.clock);
    private final Actor watcher = actor(all.staff("watcher", "list_terms"));

    @Test
    void list_usersOfAService_saysOfEachWhatIsAcceptedLast() {
        accepted("anne", "1");
        accepted("anne", "3");
        accepted("boris", "1");
        acceptances.register(user("carla"), terms("2"), new TermsStatus("pending"), CALLER, all.soon());

        Page<Line> page = done(report.list(terms("2"), PageRequest.first(10), watcher, all.soon()));
        assertThat(page.results())
                .extracting(line -> line.userId().value()
                        + line.latest().accepted()
                        + line.latest().version().map(TermsVersion::value).orElse(""))
                .containsExactly("annetrue3", "borisfalse1", "carlafalse");
    }

    @Test
    void list_pageByPage_givesEachUserOnce() {
        List<String> users = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            accepted("user-" + i, "1");
            users.add("user-" + i);
        }
        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Line> page = done(report.list(terms("1"), new PageRequest(cursor, 3, false), watcher, all.soon()));
            page.results().forEach(line -> seen.add(line.userId().value()));
            cursor = page.next();
        } while (cursor.isPresent());
        assertThat(seen).containsExactlyElementsOf(users);
    }

    @Test
    void list_withoutThePermission_isRefused() {
        assertThat(refusal(report.list(
                                terms("1"), PageRequest.first(1), actor(all.staff("other", "view_user")), all.soon()))
                        .reason())
                .isEqualTo(Reason.FORBIDDEN);
    }

    private void accepted(String user, String version) {
        acceptances.accept(user(user), terms(version), CALLER, all.soon());
    }

    private static TermsUserId user(String name) {
        return new TermsUserId(name);
    }

    private static Terms terms(String version) {
        return new Terms(new ServiceName("aura"), new TermsVersion(version));
    }
}
