package io.github.auraauth.adapter.memory;

import io.github.auraauth.port.out.revocation.RevocationMirror;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.revocation.RevocationMirrorContract;

class InMemoryRevocationMirrorTest implements RevocationMirrorContract, NoBackend {
    private final RevocationMirror mirror = new InMemoryRevocationMirror();

    @Override
    public RevocationMirror mirror() {
        return mirror;
    }
}
