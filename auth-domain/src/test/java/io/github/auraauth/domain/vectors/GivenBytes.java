package io.github.auraauth.domain.vectors;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/** Hands out given bytes in place of random ones, once and in order; fails when more are asked for. */
public final class GivenBytes extends SecureRandom {
    private final transient ByteBuffer rest;

    public GivenBytes(byte[] bytes) {
        this.rest = ByteBuffer.wrap(bytes.clone());
    }

    @Override
    public void nextBytes(byte[] bytes) {
        if (bytes.length > rest.remaining()) {
            throw new IllegalStateException("more randomness taken than expected");
        }
        rest.get(bytes);
    }

    /** How many bytes nobody asked for. */
    public int remaining() {
        return rest.remaining();
    }
}
