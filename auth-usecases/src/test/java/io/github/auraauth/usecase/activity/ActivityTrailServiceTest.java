package io.github.auraauth.usecase.activity;

import static io.github.auraauth.usecase.AccountEnvironment.actor;
import static io.github.auraauth.usecase.AccountEnvironment.done;
import static io.github.auraauth.usecase.AccountEnvironment.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.usecase.AccountEnvironment;
import io.github.auraauth.usecase.AccountInstance;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActivityTrailServiceTest {
    private final AccountEnvironment all = new AccountEnvironment();
    private final AccountInstance here = all.instance();
    private final Account ana = all.account("ana");
    private final Account ben = all.account("ben");
    private final Account watcher = all.account("watcher", "list_activity");

    @BeforeEach
    void act() {
        here.recorder.note(Event.ACCOUNT_LOGIN, actor(ana), ana.id(), all.soon());
        here.recorder.note(Event.ACCOUNT_LOGIN, actor(ben), ben.id(), all.soon());
    }

    @Test
    void list_withoutThePermission_isOnesOwnAlone() {
        assertThat(list(Optional.empty(), actor(ana))).containsExactly(ana.id());
        assertThat(list(Optional.of(ana.id()), actor(ana))).containsExactly(ana.id());
        assertThat(refusal(here.activity.list(Optional.of(ben.id()), PageRequest.first(10), actor(ana), all.soon())))
                .isEqualTo(Refusal.of(Reason.FORBIDDEN));
    }

    @Test
    void list_withThePermission_isAllOrThatOfOneAccount() {
        assertThat(list(Optional.empty(), actor(watcher))).containsExactlyInAnyOrder(ana.id(), ben.id());
        assertThat(list(Optional.of(ben.id()), actor(watcher))).containsExactly(ben.id());
        assertThat(list(Optional.of(watcher.id()), actor(watcher))).isEmpty();
    }

    private List<AccountId> list(Optional<AccountId> account, Actor by) {
        return done(here.activity.list(account, PageRequest.first(10), by, all.soon())).results().stream()
                .flatMap(activity -> activity.account().stream())
                .toList();
    }
}
