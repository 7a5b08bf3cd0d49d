package io.github.auraauth.adapter.http.authtoken;

import io.github.auraauth.adapter.http.account.AccountBodies;
import io.github.auraauth.adapter.http.account.AccountErrors;
import io.github.auraauth.adapter.http.account.AccountHolder;
import io.github.auraauth.adapter.http.account.AccountLists;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.authtoken.AuthTokenId;
import io.github.auraauth.domain.authtoken.AuthTokenName;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.authtoken.AuthTokens;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The operations on auth tokens. */
public final class AuthTokenEndpoints {
    private static final List<String> NOT_TO_BE_SET = List.of("id", "last_used_at", "created_at", "source", "secret");
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final AuthTokens tokens;
    private final AccountLists lists;

    /** @param address below which the other parts of a list are found */
    public AuthTokenEndpoints(AuthTokens tokens, PublicAddress address) {
        this.tokens = tokens;
        this.lists = new AccountLists(address);
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "listTokens", this::list,
                "createToken", this::create,
                "readToken", this::read,
                "deleteToken", this::delete);
    }

    private Endpoint.Action list(Inputs inputs) {
        Actor actor = AccountHolder.of(inputs).actor();
        PageRequest page = AccountLists.request(inputs);
        Optional<Username> account = inputs.optional(Input.query("account"), Username::parse);
        return deadline -> tokens.list(account, page, actor, deadline)
                .fold(found -> lists.response(inputs, found, AuthTokenJson::write), AccountErrors::of);
    }

    private Endpoint.Action create(Inputs inputs) {
        AccountBodies.refuse(inputs, NOT_TO_BE_SET);
        Actor actor = AccountHolder.of(inputs).actor();
        AuthTokens.NewToken wanted = new AuthTokens.NewToken(
                inputs.required(Input.body("name"), AuthTokenName::parse),
                inputs.optional(Input.body("account"), Username::parse),
                AccountBodies.permissions(inputs),
                inputs.optional(Input.body("expires_at"), AuthTokenEndpoints::time));
        return deadline -> tokens.create(wanted, actor, deadline)
                .fold(issued -> Response.json(CREATED, AuthTokenJson.of(issued)), AccountErrors::of);
    }

    private Endpoint.Action read(Inputs inputs) {
        Actor actor = AccountHolder.of(inputs).actor();
        AuthTokenId id = id(inputs);
        return deadline -> tokens.find(id, actor, deadline)
                .fold(found -> Response.json(OK, AuthTokenJson.of(found)), AccountErrors::of);
    }

    private Endpoint.Action delete(Inputs inputs) {
        Actor actor = AccountHolder.of(inputs).actor();
        AuthTokenId id = id(inputs);
        return deadline -> tokens.revoke(id, actor, deadline).fold(revoked -> Response.nothing(), AccountErrors::of);
    }

    private static AuthTokenId id(Inputs inputs) {
        return inputs.required(Input.path("id"), text -> AuthTokenId.parse(text.toLowerCase(Locale.ROOT)));
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
