package io.github.auraauth.adapter.pages.account;

import io.github.auraauth.adapter.pages.FormPage;
import io.github.auraauth.adapter.pages.FormPageKind;
import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.Invitations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Setting a password by an invitation. Whoever has its secret may, so that no cookie is needed. */
final class InvitationEndpoints {
    private static final String PATH = "/invitation";
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Invitations invitations;
    private final AccountSite site;

    InvitationEndpoints(Invitations invitations, AccountSite site) {
        this.invitations = invitations;
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    Map<String, Endpoint> byOperation() {
        return Map.of("showInvitation", this::show, "acceptInvitation", this::accept);
    }

    private Endpoint.Action show(Inputs inputs) {
        String secret = inputs.text(Input.query("secret")).orElse("");
        Texts texts = site.texts(inputs);
        return deadline -> form(FormPageKind.DONE, Optional.empty(), secret, texts, deadline);
    }

    private Endpoint.Action accept(Inputs inputs) {
        String secret = AccountSite.field(inputs, "secret");
        Secret password = Secret.ofText(AccountSite.field(inputs, "password"));
        Texts texts = site.texts(inputs);
        if (AccountSite.isForeign(inputs)) {
            return deadline -> site.forbidden(texts);
        }
        return deadline -> invitations
                .accept(Secret.ofText(secret), password, deadline)
                .fold(username -> done(username, texts), refusal -> refused(refusal, secret, texts, deadline));
    }

    private Response done(Username username, Texts texts) {
        FormPage.Content content = FormPage.Content.of(texts.account("invitation.done.description"))
                .about(username.value())
                .with(new FormPage.Link(site.address().path("/login"), texts.account("invitation.done.action")));
        return site.page(FormPageKind.DONE, "invitation.done.title", content, texts);
    }

    private Response refused(Refusal refusal, String secret, Texts texts, Deadline deadline) {
        return switch (refusal.reason()) {
            case PASSWORD_TOO_SHORT -> again("invitation.too-short", secret, texts, deadline);
            case PASSWORD_TOO_LONG -> again("invitation.too-long", secret, texts, deadline);
            case PASSWORD_LIKE_NAME -> again("invitation.like-name", secret, texts, deadline);
            case PASSWORD_TOO_COMMON -> again("invitation.too-common", secret, texts, deadline);
            case TOO_MANY ->
                form(FormPageKind.THROTTLED, Optional.of("login.throttled"), secret, texts, deadline)
                        .retryAfter(PAUSE);
            case ABSENT,
                    FORBIDDEN,
                    TAKEN,
                    LAST_SUPERUSER,
                    NOT_ACTIVE,
                    UNKNOWN,
                    BUILT_IN,
                    WRONG_PASSWORD,
                    WRONG_CODE,
                    PASSKEY_REFUSED,
                    REAUTHENTICATION_REQUIRED,
                    LAST_SECOND_FACTOR,
                    ENDED -> ended(texts);
        };
    }

    private Response again(String fault, String secret, Texts texts, Deadline deadline) {
        return form(FormPageKind.INVALID, Optional.of(fault), secret, texts, deadline);
    }

    private Response form(FormPageKind kind, Optional<String> fault, String secret, Texts texts, Deadline deadline) {
        Optional<Username> username = invitations.find(Secret.ofText(secret), deadline);
        if (username.isEmpty()) {
            return ended(texts);
        }
        FormPage.Form form = new FormPage.Form(
                site.address().path(PATH),
                List.of(new FormPage.Hidden("secret", secret)),
                List.of(new FormPage.Field(
                        "password", texts.account("invitation.password"), "password", "new-password")),
                texts.account("invitation.action"));
        FormPage.Content content = FormPage.Content.of(form)
                .describedAs(texts.account("invitation.description"))
                .about(username.get().value())
                .withFault(fault.map(texts::account));
        return site.page(kind, "invitation.title", content, texts);
    }

    private Response ended(Texts texts) {
        return site.page(
                FormPageKind.ENDED,
                "invitation.ended.title",
                FormPage.Content.of(texts.account("invitation.ended.description")),
                texts);
    }
}
