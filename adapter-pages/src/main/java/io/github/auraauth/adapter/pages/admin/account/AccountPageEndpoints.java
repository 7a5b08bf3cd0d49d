package io.github.auraauth.adapter.pages.admin.account;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.AdminSite;
import io.github.auraauth.adapter.pages.admin.view.Confirmation;
import io.github.auraauth.adapter.pages.admin.view.Entries;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.FormField.InputType;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.account.AccountChange;
import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.Accounts;
import io.github.auraauth.port.in.account.LoginLocks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** One account: who it is, why a login may fail, and what can be done about it. */
public final class AccountPageEndpoints {
    private static final String CONFIRMED = "confirmed_username";

    private final Accounts accounts;
    private final LoginLocks locks;
    private final InvitationLink invitations;
    private final AdminSite site;

    /** @param invitations where somebody sets a password by an invitation */
    public AccountPageEndpoints(Accounts accounts, LoginLocks locks, InvitationLink invitations, AdminSite site) {
        this.accounts = accounts;
        this.locks = locks;
        this.invitations = invitations;
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "showAccount", site.show(this::show),
                "changeAccount", site.change(this::change),
                "setAccountState", site.change(this::setState),
                "inviteAccount", site.change(this::invite),
                "unlockAccount", site.change(this::unlock),
                "showAccountDeletion", site.show(this::showDeletion),
                "deleteAccount", site.change(this::delete));
    }

    private Endpoint.Action show(AdminRequest request) {
        return of(request, (username, deadline) -> shown(request, username, Optional.empty(), view -> view, deadline));
    }

    private Endpoint.Action change(AdminRequest request) {
        Entries entries = ProfileForm.read(request);
        return of(
                request,
                (username, deadline) -> entries.areGood()
                        ? answered(
                                request,
                                username,
                                accounts.change(username, ProfileForm.change(request), request.actor(), deadline),
                                "account-changed",
                                deadline)
                        : shown(request, username, Optional.of(entries), View::refusing, deadline));
    }

    private Endpoint.Action setState(AdminRequest request) {
        boolean active = request.isTicked("active");
        return of(
                request,
                (username, deadline) -> answered(
                        request,
                        username,
                        accounts.change(username, AccountChange.active(active), request.actor(), deadline),
                        active ? "account-activated" : "account-deactivated",
                        deadline));
    }

    private Endpoint.Action invite(AdminRequest request) {
        return of(
                request,
                (username, deadline) -> accounts.invite(username, request.actor(), deadline)
                        .fold(
                                secret -> request.page(invitations.view(request, username, secret)),
                                refusal -> refused(request, username, refusal, deadline)));
    }

    private Endpoint.Action unlock(AdminRequest request) {
        return of(
                request,
                (username, deadline) -> answered(
                        request,
                        username,
                        locks.unlock(username, request.actor(), deadline),
                        "account-unlocked",
                        deadline));
    }

    private Endpoint.Action showDeletion(AdminRequest request) {
        return of(
                request,
                (username, deadline) -> accounts.find(username, request.actor(), deadline)
                        .fold(
                                found -> request.page(deletion(request, username, Entries.NONE)),
                                refusal -> request.refused(AccountListEndpoints.PATH, refusal)));
    }

    private Endpoint.Action delete(AdminRequest request) {
        String typed = request.field(CONFIRMED);
        return of(request, (username, deadline) -> {
            Entries entries = Entries.NONE
                    .with(CONFIRMED, typed)
                    .requiring(
                            Username.parse(typed).filter(username::equals).isPresent(),
                            CONFIRMED,
                            request.text("fault.not-the-name"));
            if (!entries.areGood()) {
                return request.page(deletion(request, username, entries).refusing());
            }
            return accounts.delete(username, request.actor(), deadline)
                    .fold(
                            deleted -> request.done(AccountListEndpoints.PATH, "account-deleted"),
                            refusal -> request.page(
                                    deletion(request, username, entries).refusing(request.reason(refusal))));
        });
    }

    private static View deletion(AdminRequest request, Username username, Entries entries) {
        Map<String, String> values = Map.of("username", username.value());
        Confirmation confirmation = new Confirmation(
                AccountListEndpoints.PATH,
                "account-deletion",
                values,
                AccountPaths.of(username, "deletion"),
                AccountPaths.of(username));
        FormField field = FormField.of(CONFIRMED, request.text("account-deletion.username", values), InputType.TEXT);
        return confirmation.view(request, List.of(entries.in(field)), Map.of(), List.of());
    }

    /** What is done of the account that the path names. */
    private static Endpoint.Action of(AdminRequest request, BiFunction<Username, Deadline, Response> action) {
        Optional<Username> username = Username.parse(request.parameter("username"));
        return deadline -> username.map(name -> action.apply(name, deadline)).orElseGet(request::absent);
    }

    private Response answered(
            AdminRequest request, Username username, Outcome<?> outcome, String key, Deadline deadline) {
        return outcome.fold(
                done -> request.done(AccountPaths.of(username), key),
                refusal -> refused(request, username, refusal, deadline));
    }

    private Response refused(AdminRequest request, Username username, Refusal refusal, Deadline deadline) {
        return refusal.reason() == Reason.ABSENT
                ? request.absent()
                : shown(request, username, Optional.empty(), view -> view.refusing(request.reason(refusal)), deadline);
    }

    /** @param entries what was filled in, where the form comes back */
    private Response shown(
            AdminRequest request,
            Username username,
            Optional<Entries> entries,
            UnaryOperator<View> how,
            Deadline deadline) {
        Outcome<AccountDetails> found = accounts.find(username, request.actor(), deadline);
        return found.then(details -> locks.find(username, request.actor(), deadline)
                        .map(lock -> new AccountDetailsPage(request, details, lock)))
                .fold(
                        view -> request.page(how.apply(view.view(entries))),
                        refusal -> request.refused(AccountListEndpoints.PATH, refusal));
    }
}
