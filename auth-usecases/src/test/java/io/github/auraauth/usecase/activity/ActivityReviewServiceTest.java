package io.github.auraauth.usecase.activity;

import static io.github.auraauth.usecase.AccountEnvironment.actor;
import static io.github.auraauth.usecase.AccountEnvironment.done;
import static io.github.auraauth.usecase.AccountEnvironment.name;
import static io.github.auraauth.usecase.AccountEnvironment.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.activity.ActivityReview.NamedActivity;
import io.github.auraauth.usecase.AccountEnvironment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActivityReviewServiceTest {
    private final AccountEnvironment all = new AccountEnvironment();
    private final ActivityReviewService review = new ActivityReviewService(all.activity, all.accounts);
    private final Account anne = all.account("anne");
    private final Account boris = all.account("boris");
    private final Actor watcher = actor(all.staff("watcher", "list_activity"));

    @Test
    void list_ofAll_namesWhoDidItAndToWhom() {
        ActivityRecorder recorder = all.recorder();
        recorder.note(Event.ACCOUNT_GRANT, actor(anne), boris.id(), all.soon());
        recorder.note(Event.ACCOUNT_UNLOCK, Actor.commandLine("root"), boris.id(), all.soon());
        recorder.note(Event.ACCOUNT_UPDATE, actor(anne), AccountId.random(all.random), all.soon());

        assertThat(list(Optional.empty()))
                .extracting(each -> each.actor().map(Username::value).orElse("-")
                        + " "
                        + each.account().map(Username::value).orElse("-"))
                .containsExactly("anne -", "- boris", "anne boris");
    }

    @Test
    void list_ofOneAccount_givesWhatConcernsIt() {
        ActivityRecorder recorder = all.recorder();
        recorder.note(Event.ACCOUNT_LOGIN, actor(anne), anne.id(), all.soon());
        recorder.note(Event.ACCOUNT_LOGIN, actor(boris), boris.id(), all.soon());

        assertThat(list(Optional.of(name("boris"))))
                .extracting(NamedActivity::account)
                .containsExactly(Optional.of(name("boris")));
        assertThat(refusal(review.list(Optional.of(name("carla")), PageRequest.first(1), watcher, all.soon()))
                        .reason())
                .isEqualTo(Reason.UNKNOWN);
    }

    @Test
    void list_withoutThePermission_isRefusedAlsoForOnesOwn() {
        assertThat(refusal(review.list(Optional.of(name("anne")), PageRequest.first(1), actor(anne), all.soon()))
                        .reason())
                .isEqualTo(Reason.FORBIDDEN);
    }

    private List<NamedActivity> list(Optional<Username> account) {
        return done(review.list(account, PageRequest.first(10), watcher, all.soon()))
                .results();
    }
}
