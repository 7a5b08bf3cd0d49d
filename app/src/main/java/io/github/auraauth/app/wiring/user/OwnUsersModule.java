package io.github.auraauth.app.wiring.user;

import io.github.auraauth.adapter.http.kernel.KernelApi;
import io.github.auraauth.adapter.http.kernel.OwnUserEndpoints;
import io.github.auraauth.adapter.http.operations.OperationEndpoints;
import io.github.auraauth.app.config.Deployment;
import io.github.auraauth.app.wiring.FeatureModule;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.port.in.kernel.KernelAuthentication;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The API published in Kernel.
 *
 * @param callers empty where it is off
 * @param prefix path that a proxy takes off, below which callers find the API; empty for none
 */
public record OwnUsersModule(
        Optional<KernelAuthentication> callers,
        UsersModule users,
        Deployment deployment,
        String prefix,
        InstantSource clock)
        implements FeatureModule {
    @Override
    public List<Api> apis() {
        return callers
                .map(known -> KernelApi.of(
                        known,
                        new OwnUserEndpoints(users.ownUsers, users.changes, users.channels),
                        OperationEndpoints.pinging(deployment.version(), clock),
                        prefix))
                .stream()
                .toList();
    }
}
