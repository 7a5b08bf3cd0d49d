package io.github.auraauth.usecase.permission;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.permission.Permissions;
import io.github.auraauth.port.out.permission.PermissionStore;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import java.util.List;
import java.util.Optional;

/** Permissions over their store. */
public final class PermissionService implements Permissions {
    private final PermissionStore permissions;
    private final ActivityRecorder activity;

    public PermissionService(PermissionStore permissions, ActivityRecorder activity) {
        this.permissions = permissions;
        this.activity = activity;
    }

    @Override
    public List<DescribedPermission> list(Deadline deadline) {
        return permissions.all(deadline);
    }

    @Override
    public Outcome<DescribedPermission> create(DescribedPermission permission, Actor actor, Deadline deadline) {
        if (!actor.has(OwnPermissions.CREATE_PERMISSION)) {
            return Outcome.refused(Reason.FORBIDDEN);
        }
        if (permissions.register(List.of(permission), deadline).isEmpty()) {
            return Outcome.refused(Refusal.of(Reason.TAKEN, "codename"));
        }
        note(Event.PERMISSION_CREATE, permission.permission(), actor, deadline);
        return Outcome.done(permission);
    }

    @Override
    public Outcome<Permission> delete(Permission permission, Actor actor, Deadline deadline) {
        if (!actor.has(OwnPermissions.DESTROY_PERMISSION)) {
            return Outcome.refused(Reason.FORBIDDEN);
        }
        boolean builtIn =
                OwnPermissions.all().stream().anyMatch(own -> own.permission().equals(permission));
        if (builtIn) {
            return Outcome.refused(Reason.BUILT_IN);
        }
        if (!permissions.delete(permission, deadline)) {
            return Outcome.refused(Reason.ABSENT);
        }
        note(Event.PERMISSION_DELETE, permission, actor, deadline);
        return Outcome.done(permission);
    }

    private void note(Event event, Permission permission, Actor actor, Deadline deadline) {
        activity.note(event, actor, Optional.empty(), permission.codeName(), deadline);
    }
}
