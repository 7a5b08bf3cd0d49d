package io.github.auraauth.adapter.memory.account;

import io.github.auraauth.port.out.account.InvitationStore;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.account.InvitationStoreContract;

class InMemoryInvitationStoreTest implements InvitationStoreContract, NoBackend {
    private final InvitationStore invitations = new InMemoryInvitationStore();

    @Override
    public InvitationStore invitations() {
        return invitations;
    }
}
