package io.github.auraauth.adapter.http.permission;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.auraauth.adapter.http.account.AccountBodies;
import io.github.auraauth.adapter.http.account.AccountErrors;
import io.github.auraauth.adapter.http.account.AccountHolder;
import io.github.auraauth.adapter.http.account.AccountJson;
import io.github.auraauth.adapter.http.account.AccountLists;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Json;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.permission.Groups;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operations on groups. */
public final class GroupEndpoints {
    private static final Input NAME = Input.path("name");
    private static final Input NEW_NAME = Input.body("name");
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final Groups groups;
    private final AccountLists lists;

    /** @param address below which the other parts of a list are found */
    public GroupEndpoints(Groups groups, PublicAddress address) {
        this.groups = groups;
        this.lists = new AccountLists(address);
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "listGroups", this::list,
                "createGroup", this::create,
                "readGroup", this::read,
                "updateGroup", this::update,
                "deleteGroup", this::delete);
    }

    private Endpoint.Action list(Inputs inputs) {
        Actor actor = AccountHolder.of(inputs).actor();
        PageRequest page = AccountLists.request(inputs);
        return deadline -> groups.list(page, actor, deadline)
                .fold(found -> lists.response(inputs, found, GroupEndpoints::write), AccountErrors::of);
    }

    private Endpoint.Action create(Inputs inputs) {
        AccountBodies.refuse(inputs, List.of("id"));
        Actor actor = AccountHolder.of(inputs).actor();
        GroupName name = inputs.required(NEW_NAME, GroupName::parse);
        Set<Permission> permissions = AccountBodies.permissions(inputs).orElse(Set.of());
        return deadline ->
                groups.create(name, permissions, actor, deadline).fold(made -> one(CREATED, made), AccountErrors::of);
    }

    private Endpoint.Action read(Inputs inputs) {
        Actor actor = AccountHolder.of(inputs).actor();
        GroupName name = inputs.required(NAME, GroupName::parse);
        return deadline -> groups.find(name, actor, deadline).fold(found -> one(OK, found), AccountErrors::of);
    }

    private Endpoint.Action update(Inputs inputs) {
        AccountBodies.refuse(inputs, List.of("id"));
        Actor actor = AccountHolder.of(inputs).actor();
        GroupName name = inputs.required(NAME, GroupName::parse);
        Optional<GroupName> newName = inputs.optional(NEW_NAME, GroupName::parse);
        Optional<Set<Permission>> permissions = AccountBodies.permissions(inputs);
        return deadline -> groups.change(name, newName, permissions, actor, deadline)
                .fold(changed -> one(OK, changed), AccountErrors::of);
    }

    private Endpoint.Action delete(Inputs inputs) {
        Actor actor = AccountHolder.of(inputs).actor();
        GroupName name = inputs.required(NAME, GroupName::parse);
        return deadline -> groups.delete(name, actor, deadline).fold(deleted -> Response.nothing(), AccountErrors::of);
    }

    private static Response one(int status, Group group) {
        return Response.json(status, Json.object(json -> write(json, group)));
    }

    private static void write(JsonGenerator json, Group group) throws IOException {
        json.writeStringField("id", group.id().value());
        json.writeStringField("name", group.name().value());
        AccountJson.permissions(json, "permissions", group.permissions());
    }
}
