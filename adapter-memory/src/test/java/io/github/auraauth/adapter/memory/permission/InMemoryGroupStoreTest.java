package io.github.auraauth.adapter.memory.permission;

import io.github.auraauth.port.out.permission.GroupStore;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.permission.GroupStoreContract;

class InMemoryGroupStoreTest implements GroupStoreContract, NoBackend {
    private final GroupStore groups = new InMemoryGroupStore();

    @Override
    public GroupStore groups() {
        return groups;
    }
}
