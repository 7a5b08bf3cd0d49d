package io.github.auraauth.adapter.memory.secondfactor;

import io.github.auraauth.port.out.secondfactor.PasskeyStore;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.secondfactor.PasskeyStoreContract;

class InMemoryPasskeyStoreTest implements PasskeyStoreContract, NoBackend {
    private final PasskeyStore passkeys = new InMemoryPasskeyStore();

    @Override
    public PasskeyStore passkeys() {
        return passkeys;
    }
}
