package io.github.auraauth.adapter.pages.account;

import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.adapter.pages.secondfactor.SecurityEndpoints;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.PageCaller;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.Site;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.account.OwnAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Changing one's password, after which one logs in with the new one. */
final class PasswordEndpoints {
    private static final String PATH = "/account/password";
    private static final Set<Refusal.Reason> OF_NEW = Set.of(
            Refusal.Reason.PASSWORD_TOO_SHORT,
            Refusal.Reason.PASSWORD_TOO_LONG,
            Refusal.Reason.PASSWORD_LIKE_NAME,
            Refusal.Reason.PASSWORD_TOO_COMMON);

    private final OwnAccount own;
    private final Site site;
    private final HostCookie cookie;

    /** @param cookie of sessions */
    PasswordEndpoints(OwnAccountPorts ports, Site site, HostCookie cookie) {
        this.own = ports.account();
        this.site = site;
        this.cookie = cookie;
    }

    /** By the names that operations have in the definition. */
    Map<String, Endpoint> byOperation() {
        return Map.of("showPassword", site.show(this::show), "changePassword", site.change(this::change));
    }

    private Endpoint.Action show(Inputs inputs, PageCaller caller) {
        Texts texts = site.texts(inputs);
        return deadline -> site.page(inputs, view(caller, Optional.empty(), texts));
    }

    private Endpoint.Action change(Inputs inputs, PageCaller caller) {
        Texts texts = site.texts(inputs);
        Secret current = secret(inputs, "current_password");
        Secret wanted = secret(inputs, "new_password");
        String source = inputs.context().source().network();
        return deadline -> own.changePassword(caller.caller(), current, wanted, source, deadline)
                .fold(
                        changed -> site.done("/login", "password-changed").withCookie(cookie.unset()),
                        refusal -> refused(inputs, caller, refusal, texts));
    }

    private Response refused(Inputs inputs, PageCaller caller, Refusal refusal, Texts texts) {
        View view = view(caller, Optional.of(refusal), texts);
        boolean beside = isOfCurrent(refusal) || isOfNew(refusal);
        return site.page(inputs, beside ? view.refusing() : view.refusing(site.reason(refusal, texts)));
    }

    private View view(PageCaller caller, Optional<Refusal> refusal, Texts texts) {
        List<FormField> fields = List.of(
                FormField.of("current_password", texts.account("password.current"), FormField.InputType.PASSWORD)
                        .completedWith("current-password")
                        .withFault(
                                refusal.filter(PasswordEndpoints::isOfCurrent).map(found -> site.reason(found, texts))),
                FormField.of("new_password", texts.account("password.new"), FormField.InputType.PASSWORD)
                        .completedWith("new-password")
                        .hinted(texts.account("password.hint"))
                        .withFault(refusal.filter(PasswordEndpoints::isOfNew).map(found -> site.reason(found, texts))));
        return View.of(
                        SecurityEndpoints.PATH,
                        texts.account("password.title"),
                        new Paragraph(texts.account("password.description")),
                        site.form(caller, PATH, fields, texts.account("password.action"), Form.Style.MAIN))
                .below(new Links.Link(site.path(SecurityEndpoints.PATH), texts.account("security.title")));
    }

    private static boolean isOfCurrent(Refusal refusal) {
        return refusal.reason() == Refusal.Reason.WRONG_PASSWORD;
    }

    private static boolean isOfNew(Refusal refusal) {
        return OF_NEW.contains(refusal.reason());
    }

    private static Secret secret(Inputs inputs, String field) {
        return Secret.ofText(inputs.text(Input.body(field)).orElse(""));
    }
}
