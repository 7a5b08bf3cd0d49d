package io.github.auraauth.adapter.http.permission;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.auraauth.adapter.http.account.AccountBodies;
import io.github.auraauth.adapter.http.account.AccountErrors;
import io.github.auraauth.adapter.http.account.AccountHolder;
import io.github.auraauth.adapter.http.account.AccountLists;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Json;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.permission.Permissions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations on permissions. */
public final class PermissionEndpoints {
    private static final Input CODE_NAME = Input.path("codename");
    private static final int CREATED = 201;

    private final Permissions permissions;

    public PermissionEndpoints(Permissions permissions) {
        this.permissions = permissions;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "listPermissions", this::list, "createPermission", this::create, "deletePermission", this::delete);
    }

    private Endpoint.Action list(Inputs inputs) {
        Optional<Actor> actor = AccountHolder.ifAny(inputs).map(AccountHolder::actor);
        return deadline ->
                AccountLists.whole(permissions.list(deadline), (json, permission) -> write(json, permission, actor));
    }

    private Endpoint.Action create(Inputs inputs) {
        AccountBodies.refuse(inputs, List.of("held"));
        Actor actor = AccountHolder.of(inputs).actor();
        Permission permission = inputs.required(Input.body("codename"), Permission::parse);
        DescribedPermission wanted = inputs.text(Input.body("text"))
                .map(text -> new DescribedPermission(permission, text))
                .orElseGet(() -> DescribedPermission.undescribed(permission));
        return deadline -> permissions
                .create(wanted, actor, deadline)
                .fold(
                        made -> Response.json(CREATED, Json.object(json -> write(json, made, Optional.of(actor)))),
                        AccountErrors::of);
    }

    private Endpoint.Action delete(Inputs inputs) {
        Actor actor = AccountHolder.of(inputs).actor();
        Permission permission = inputs.required(CODE_NAME, Permission::parse);
        return deadline ->
                permissions.delete(permission, actor, deadline).fold(deleted -> Response.nothing(), AccountErrors::of);
    }

    /** To nobody in particular its code name alone. */
    private static void write(JsonGenerator json, DescribedPermission described, Optional<Actor> actor)
            throws IOException {
        json.writeStringField("codename", described.permission().codeName());
        if (actor.isPresent()) {
            json.writeStringField("text", described.text());
            json.writeBooleanField("held", actor.get().has(described.permission()));
        }
    }
}
