package io.github.auraauth.adapter.http.front;

import io.github.auraauth.adapter.http.answer.ErrorCode;
import io.github.auraauth.adapter.http.answer.Refusal;
import io.github.auraauth.adapter.http.definition.OperationKind;
import io.github.auraauth.domain.user.BlockMode;

/** Refuses what the operator has taken out of service. */
public final class Blockade {
    private final BlockMode mode;

    public Blockade(BlockMode mode) {
        this.mode = mode;
    }

    /** @throws Refusal when operations of that kind are out of service */
    void admit(OperationKind kind) {
        boolean blocked = switch (kind) {
            case REGISTER -> mode.blocksRegistering();
            case READ -> mode.blocksReading();
            case REMOVE, OPERATE -> false;
        };
        if (blocked) {
            throw Refusal.of(ErrorCode.SERVICE_BLOCKED);
        }
    }
}
