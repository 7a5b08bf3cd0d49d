package io.github.auraauth.benchmarks;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.user.AnonymousUser;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.UserIdentities;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The identity of somebody whom nobody registered, beside two UUIDs of version 5 that are made by hand. */
@State(Scope.Benchmark)
public class AnonymousUserBenchmark {
    private static final UUID NAMESPACE = UUID.fromString("3d3a5a7a-2c11-4a53-9a0e-6f4c1f0e0d5b");
    private static final String CHANNEL = "6f4c1f0e-0d5b-4a53-9a0e-3d3a5a7a2c11";

    private final UserIdentities identities = new UserIdentities(Secret.ofText(NAMESPACE.toString()));
    private final ChannelId channel = ChannelId.parse(CHANNEL).orElseThrow();
    private final AuraId auraId = AuraId.parse("somebody-whom-nobody-knows").orElseThrow();

    /** What the service does. */
    @Benchmark
    public AnonymousUser anonymous() {
        return identities.anonymous(auraId, channel);
    }

    /** Two digests, and what RFC 9562 makes of them. */
    @Benchmark
    public void bare(Blackhole hole) throws NoSuchAlgorithmException {
        String name = CHANNEL + ':' + auraId.value();
        hole.consume(uuid(name));
        hole.consume(uuid("anonymous:" + name));
    }

    private static UUID uuid(String name) throws NoSuchAlgorithmException {
        MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
        byte[] namespace = new byte[16];
        ByteBuffer.wrap(namespace)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits());
        sha1.update(namespace);
        byte[] digest = sha1.digest(name.getBytes(StandardCharsets.UTF_8));
        digest[6] = (byte) (digest[6] & 0x0f | 0x50);
        digest[8] = (byte) (digest[8] & 0x3f | 0x80);
        ByteBuffer halves = ByteBuffer.wrap(digest);
        return new UUID(halves.getLong(), halves.getLong());
    }
}
