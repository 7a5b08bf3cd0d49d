package io.github.auraauth.adapter.memory;

import io.github.auraauth.port.out.revocation.RevocationMirror;
import io.github.auraauth.testkit.revocation.RevocationMirrorContract;

/** A mirror that answers as if nothing had happened while its backend is away. Run by {@link KitsTurnRedTest} only. */
class AnswersWhenAway implements RevocationMirrorContract {
    private final RevocationMirror mirror = new InMemoryRevocationMirror();

    @Override
    public RevocationMirror mirror() {
        return mirror;
    }

    @Override
    public Backend takeBackendAway() {
        return Backend.AWAY;
    }
}
