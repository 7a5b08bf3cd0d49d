package io.github.auraauth.adapter.memory.account;

import io.github.auraauth.port.out.account.SuperuserRoster;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.account.SuperuserRosterContract;

class InMemorySuperuserRosterTest implements SuperuserRosterContract, NoBackend {
    private final SuperuserRoster roster = new InMemorySuperuserRoster();

    @Override
    public SuperuserRoster roster() {
        return roster;
    }
}
