package io.github.auraauth.adapter.memory.permission;

import io.github.auraauth.port.out.permission.PermissionStore;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.permission.PermissionStoreContract;

class InMemoryPermissionStoreTest implements PermissionStoreContract, NoBackend {
    private final PermissionStore permissions = new InMemoryPermissionStore();

    @Override
    public PermissionStore permissions() {
        return permissions;
    }
}
