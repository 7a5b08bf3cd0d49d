package io.github.auraauth.usecase.authtoken;

import static io.github.auraauth.usecase.AccountEnvironment.actor;
import static io.github.auraauth.usecase.AccountEnvironment.done;
import static io.github.auraauth.usecase.AccountEnvironment.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.authtoken.AuthTokenName;
import io.github.auraauth.port.in.authtoken.AuthTokens.NewToken;
import io.github.auraauth.usecase.AccountEnvironment;
import io.github.auraauth.usecase.AccountInstance;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthTokenAuditServiceTest {
    private final AccountEnvironment all = new AccountEnvironment();
    private final AccountInstance here = all.instance();
    private final AuthTokenAuditService audit = new AuthTokenAuditService(all.tokens, here.reader, all.clock);
    private final Account anne = all.account("anne");
    private final Actor watcher = actor(all.staff("watcher", "list_token"));

    @Test
    void endingAndUnused_tokens_areNamedByTheirOwners() {
        token("soon", Optional.of(Duration.ofDays(20)));
        token("later", Optional.of(Duration.ofDays(200)));
        assertThat(done(audit.ending(Duration.ofDays(30), 10, watcher, all.soon())))
                .extracting(
                        each -> each.owner().value() + ' ' + each.token().name().value())
                .containsExactly("anne soon");
        assertThat(done(audit.unused(Duration.ofDays(90), 10, watcher, all.soon())))
                .isEmpty();
        all.clock.advance(Duration.ofDays(91));
        assertThat(done(audit.unused(Duration.ofDays(90), 10, watcher, all.soon())))
                .extracting(each -> each.token().name().value())
                .containsExactly("later");
    }

    @Test
    void endingAndUnused_withoutThePermission_areRefusedAlsoForOnesOwn() {
        assertThat(refusal(audit.ending(Duration.ofDays(30), 10, actor(anne), all.soon()))
                        .reason())
                .isEqualTo(Reason.FORBIDDEN);
        assertThat(refusal(audit.unused(Duration.ofDays(90), 10, actor(anne), all.soon()))
                        .reason())
                .isEqualTo(Reason.FORBIDDEN);
    }

    private void token(String name, Optional<Duration> lifetime) {
        done(here.tokens.create(
                new NewToken(
                        new AuthTokenName(name),
                        Optional.empty(),
                        Optional.empty(),
                        lifetime.map(all.clock.instant()::plus)),
                actor(anne),
                all.soon()));
    }
}
