package io.github.auraauth.adapter.pages.account;

import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Facts;
import io.github.auraauth.adapter.pages.site.Facts.Fact;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.PageCaller;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.Site;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenId;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.authtoken.AuthTokens;
import io.github.auraauth.port.in.authtoken.AuthTokens.OwnedToken;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One's own tokens: seeing them, and taking them back. */
final class TokenPageEndpoints {
    static final String PATH = "/account/tokens";

    private final AuthTokens tokens;
    private final Site site;
    private final TokenTable table;

    TokenPageEndpoints(OwnAccountPorts ports, Site site, TokenTable table) {
        this.tokens = ports.tokens();
        this.site = site;
        this.table = table;
    }

    /** By the names that operations have in the definition. */
    Map<String, Endpoint> byOperation() {
        return Map.of(
                "listOwnTokens", site.show(this::list),
                "showTokenRevocation", site.show(this::ask),
                "revokeOwnToken", site.change(this::revoke));
    }

    static Links.Link above(Site site, Texts texts) {
        return new Links.Link(site.path(PATH), texts.account("tokens.title"));
    }

    private Endpoint.Action list(Inputs inputs, PageCaller caller) {
        Texts texts = site.texts(inputs);
        Optional<String> cursor = inputs.text(Input.query("cursor")).filter(text -> !text.isEmpty());
        PageRequest part = new PageRequest(cursor, PageRequest.USUAL, false);
        return deadline -> tokens.list(Optional.of(caller.caller().username()), part, caller.actor(), deadline)
                .fold(
                        page -> site.page(
                                inputs,
                                View.of(
                                        PATH,
                                        texts.account("tokens.title"),
                                        new Paragraph(texts.account("tokens.description")),
                                        Links.of(new Links.Link(
                                                site.path(NewTokenEndpoints.PATH), texts.account("tokens.new"))),
                                        table.of(
                                                page.results(),
                                                site.pager(PATH, page.previous(), page.next(), texts),
                                                texts))),
                        refusal -> cursor.isPresent() ? Response.seeOther(site.path(PATH)) : site.absent(texts));
    }

    private Endpoint.Action ask(Inputs inputs, PageCaller caller) {
        Texts texts = site.texts(inputs);
        AuthTokenId id = id(inputs);
        return deadline -> tokens.find(id, caller.actor(), deadline)
                .fold(
                        found -> isOwn(found, caller)
                                ? site.page(inputs, question(found.token(), caller, texts))
                                : site.absent(texts),
                        refusal -> site.absent(texts));
    }

    private View question(AuthToken token, PageCaller caller, Texts texts) {
        Facts facts = Facts.of(
                new Fact(texts.account("tokens.name"), Cell.of(token.name().value())),
                new Fact(texts.account("tokens.carried"), Cell.of(TokenTable.carried(token.permissions(), texts))),
                new Fact(texts.account("tokens.end"), table.end(token, texts)),
                new Fact(texts.account("tokens.used"), table.used(token, texts)));
        return View.of(
                        PATH,
                        texts.account("tokens.revoke-title"),
                        facts,
                        new Paragraph(texts.account("tokens.revoke-description")),
                        site.form(
                                caller,
                                TokenTable.path(token),
                                List.of(),
                                texts.account("tokens.revoke-action"),
                                Form.Style.DANGER))
                .below(above(site, texts));
    }

    /** One that is not found is gone, as it was wanted, by this form or otherwise. */
    private Endpoint.Action revoke(Inputs inputs, PageCaller caller) {
        Texts texts = site.texts(inputs);
        AuthTokenId id = id(inputs);
        return deadline -> tokens.find(id, caller.actor(), deadline)
                .fold(
                        found -> isOwn(found, caller)
                                ? tokens.revoke(id, caller.actor(), deadline)
                                        .fold(
                                                revoked -> site.done(PATH, "token-revoked"),
                                                refusal -> Response.seeOther(site.path(PATH)))
                                : site.absent(texts),
                        refusal -> Response.seeOther(site.path(PATH)));
    }

    /** Others' are for the pages of administration, whoever may see them. */
    private static boolean isOwn(OwnedToken found, PageCaller caller) {
        return found.token().account().equals(caller.caller().account());
    }

    private static AuthTokenId id(Inputs inputs) {
        return inputs.required(Input.path("token"), text -> AuthTokenId.parse(text.toLowerCase(Locale.ROOT)));
    }
}
