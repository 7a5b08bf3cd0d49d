package io.github.auraauth.adapter.pages.account;

import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Facts;
import io.github.auraauth.adapter.pages.site.Facts.Fact;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.PageCaller;
import io.github.auraauth.adapter.pages.site.ShownOnce;
import io.github.auraauth.adapter.pages.site.Site;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenId;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.authtoken.AuthTokens;
import io.github.auraauth.port.in.authtoken.AuthTokens.IssuedToken;
import io.github.auraauth.port.in.permission.Permissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Making a token, whose secret is shown once. The form names the token that it makes, so that sending it twice makes one. */
final class NewTokenEndpoints {
    static final String PATH = "/account/tokens/new";

    private final AuthTokens tokens;
    private final Permissions permissions;
    private final Site site;
    private final TokenTable table;
    private final InstantSource clock;
    private final SecureRandom random;

    NewTokenEndpoints(OwnAccountPorts ports, Site site, TokenTable table, InstantSource clock, SecureRandom random) {
        this.tokens = ports.tokens();
        this.permissions = ports.permissions();
        this.site = site;
        this.table = table;
        this.clock = clock;
        this.random = random;
    }

    /** By the names that operations have in the definition. */
    Map<String, Endpoint> byOperation() {
        return Map.of("showNewToken", site.show(this::show), "makeOwnToken", site.change(this::make));
    }

    private Endpoint.Action show(Inputs inputs, PageCaller caller) {
        NewTokenForm form = NewTokenForm.empty(AuthTokenId.random(random));
        return deadline -> site.page(inputs, view(inputs, form, caller, Map.of(), deadline));
    }

    private Endpoint.Action make(Inputs inputs, PageCaller caller) {
        Texts texts = site.texts(inputs);
        NewTokenForm form = NewTokenForm.of(inputs, AuthTokenId.random(random));
        Map<String, String> faults = form.faults(texts);
        if (!faults.isEmpty()) {
            return deadline -> site.page(
                    inputs, view(inputs, form, caller, faults, deadline).refusing());
        }
        return deadline -> tokens.create(form.wanted(clock.instant()), caller.actor(), deadline)
                .fold(
                        issued -> site.page(inputs, made(issued, texts)),
                        refusal -> refused(inputs, form, caller, refusal, deadline));
    }

    private Response refused(Inputs inputs, NewTokenForm form, PageCaller caller, Refusal refusal, Deadline deadline) {
        Texts texts = site.texts(inputs);
        if (refusal.reason() == Refusal.Reason.TAKEN) {
            Links all = Links.of(TokenPageEndpoints.above(site, texts));
            return site.page(
                    inputs,
                    View.of(TokenPageEndpoints.PATH, texts.account("tokens.new-title"), all)
                            .refusing(texts.account("tokens.made-before")));
        }
        return site.page(inputs, view(inputs, form, caller, Map.of(), deadline).refusing(site.reason(refusal, texts)));
    }

    private View view(
            Inputs inputs, NewTokenForm form, PageCaller caller, Map<String, String> faults, Deadline deadline) {
        Texts texts = site.texts(inputs);
        return View.of(
                        TokenPageEndpoints.PATH,
                        texts.account("tokens.new-title"),
                        site.form(
                                        caller,
                                        PATH,
                                        form.fields(
                                                permissions.list(deadline),
                                                caller.caller().rights(),
                                                faults,
                                                texts),
                                        texts.account("tokens.new-action"),
                                        Form.Style.MAIN)
                                .with("id", form.id().value()))
                .below(TokenPageEndpoints.above(site, texts));
    }

    private View made(IssuedToken issued, Texts texts) {
        AuthToken token = issued.token().token();
        String secret = issued.secret().revealText();
        return View.of(
                TokenPageEndpoints.PATH,
                texts.account("tokens.made-title"),
                new ShownOnce(texts.account("tokens.secret"), List.of(secret), texts.account("tokens.once")),
                Facts.of(
                        new Fact(
                                texts.account("tokens.name"),
                                Cell.of(token.name().value())),
                        new Fact(
                                texts.account("tokens.carried"),
                                Cell.of(TokenTable.carried(token.permissions(), texts))),
                        new Fact(texts.account("tokens.end"), table.end(token, texts))),
                Links.of(TokenPageEndpoints.above(site, texts)));
    }
}
