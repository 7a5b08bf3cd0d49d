package io.github.auraauth.adapter.http.account;

import io.github.auraauth.domain.account.AccountChange;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Json;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.account.Accounts;
import io.github.auraauth.port.in.account.PageRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The operations on accounts. */
public final class AccountEndpoints {
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final Accounts accounts;
    private final AccountLists lists;
    private final PublicAddress address;

    /** @param address below which people set a password by an invitation */
    public AccountEndpoints(Accounts accounts, PublicAddress address) {
        this.accounts = accounts;
        this.lists = new AccountLists(address);
        this.address = address;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "listAccounts", this::list,
                "createAccount", this::create,
                "readAccount", this::read,
                "updateAccount", this::update,
                "deleteAccount", this::delete,
                "inviteAccount", this::invite);
    }

    private Endpoint.Action list(Inputs inputs) {
        Actor actor = AccountHolder.of(inputs).actor();
        PageRequest page = AccountLists.request(inputs);
        Accounts.Filter filter = AccountInputs.filter(inputs);
        return deadline -> accounts.list(filter, page, actor, deadline)
                .fold(found -> lists.response(inputs, found, AccountJson::write), AccountErrors::of);
    }

    private Endpoint.Action create(Inputs inputs) {
        Actor actor = AccountHolder.of(inputs).actor();
        Username username = AccountInputs.ofBody(inputs);
        AccountChange wanted = AccountInputs.change(inputs);
        return deadline -> accounts.create(username, wanted, actor, deadline)
                .fold(
                        made -> Response.json(
                                CREATED, AccountJson.of(made.account(), "invite", link(made.invitation()))),
                        AccountErrors::of);
    }

    private Endpoint.Action read(Inputs inputs) {
        Actor actor = AccountHolder.of(inputs).actor();
        Username username = AccountInputs.ofPath(inputs);
        return deadline -> accounts.find(username, actor, deadline)
                .fold(found -> Response.json(OK, AccountJson.of(found)), AccountErrors::of);
    }

    private Endpoint.Action update(Inputs inputs) {
        Actor actor = AccountHolder.of(inputs).actor();
        Username username = AccountInputs.ofPath(inputs);
        AccountChange wanted = AccountInputs.change(inputs);
        return deadline -> accounts.change(username, wanted, actor, deadline)
                .fold(changed -> Response.json(OK, AccountJson.of(changed)), AccountErrors::of);
    }

    private Endpoint.Action delete(Inputs inputs) {
        Actor actor = AccountHolder.of(inputs).actor();
        Username username = AccountInputs.ofPath(inputs);
        return deadline ->
                accounts.delete(username, actor, deadline).fold(deleted -> Response.nothing(), AccountErrors::of);
    }

    private Endpoint.Action invite(Inputs inputs) {
        Actor actor = AccountHolder.of(inputs).actor();
        Username username = AccountInputs.ofPath(inputs);
        return deadline -> accounts.invite(username, actor, deadline)
                .fold(
                        secret -> Response.json(OK, Json.object(json -> json.writeStringField("invite", link(secret)))),
                        AccountErrors::of);
    }

    private String link(Secret invitation) {
        String secret = invitation.revealText();
        return address.link("/invitation?secret=" + URLEncoder.encode(secret, StandardCharsets.UTF_8));
    }
}
