package io.github.auraauth.adapter.http.user;

import io.github.auraauth.domain.user.BlockMode;
import io.github.auraauth.front.request.RequestContext;
import io.github.auraauth.front.request.RequestHook;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.ResponseException;

/**
 * Refuses what the operator has taken out of service, by what an operation does to users ({@code x-aura-kind}); one that does
 * not say so has nothing to do with them.
 */
public final class BlockModeHook implements RequestHook {
    private static final String KIND = "x-aura-kind";

    private final BlockMode mode;

    public BlockModeHook(BlockMode mode) {
        this.mode = mode;
    }

    @Override
    public void validated(RequestContext context) {
        boolean blocked = switch (context.operation().optionalExtension(KIND).orElse("")) {
            case "register" -> mode.blocksRegistering();
            case "read" -> mode.blocksReading();
            default -> false;
        };
        if (blocked) {
            throw ResponseException.of(ErrorCode.SERVICE_BLOCKED);
        }
    }
}
