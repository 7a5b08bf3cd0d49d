package io.github.auraauth.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.vectors.GivenBytes;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentitiesTest {
    private static final String SEED = "95c413b0-b254-4c13-9360-95f921dedb51";

    @Test
    void uuidOfVersion5_exampleOfRfc9562_isTheSame() {
        UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        assertThat(NameBasedIds.uuid(dns, "www.example.com")).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    @Test
    void uuidOfVersion4_anyBytes_hasVersionAndVariant() {
        for (int fill : new int[] {0, 0xff}) {
            byte[] bytes = new byte[16];
            Arrays.fill(bytes, (byte) fill);
            UUID uuid = UUID.fromString(RandomIds.uuid(new GivenBytes(bytes)));
            assertThat(uuid.version()).isEqualTo(4);
            assertThat(uuid.variant()).isEqualTo(2);
        }
        byte[] ones = new byte[16];
        Arrays.fill(ones, (byte) 0xff);
        assertThat(RandomIds.uuid(new GivenBytes(ones))).isEqualTo("ffffffff-ffff-4fff-bfff-ffffffffffff");
        assertThat(RandomIds.uuid(new GivenBytes(new byte[16]))).isEqualTo("00000000-0000-4000-8000-000000000000");
    }

    @Test
    void random_manyAuraIds_areAllDifferentUuids() {
        SecureRandom random = new SecureRandom();
        Set<AuraId> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            AuraId id = AuraId.random(random);
            assertThat(id.value()).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
            ids.add(id);
        }
        assertThat(ids).hasSize(10_000);
    }

    @Test
    void anonymous_seedInUpperCase_isTheSameNamespace() {
        var auraId = new AuraId("a");
        assertThat(of(SEED).anonymous(auraId, People.CHANNEL))
                .isEqualTo(of(SEED.toUpperCase(Locale.ROOT)).anonymous(auraId, People.CHANNEL));
    }

    @Test
    void anonymous_otherSeedChannelOrId_isSomebodyElse() {
        AnonymousUser one = of(SEED).anonymous(new AuraId("a"), People.CHANNEL);
        assertThat(one.auraGlobalId().value()).isNotEqualTo(one.userId());
        for (AnonymousUser other : new AnonymousUser[] {
            of("another seed").anonymous(new AuraId("a"), People.CHANNEL),
            of(SEED).anonymous(new AuraId("b"), People.CHANNEL),
            of(SEED).anonymous(new AuraId("a"), People.OTHER_CHANNEL)
        }) {
            assertThat(other.userId()).isNotEqualTo(one.userId());
            assertThat(other.auraGlobalId()).isNotEqualTo(one.auraGlobalId());
        }
    }

    @Test
    void globalId_typeAndIdentifier_bothCount() {
        var uid = new Authentication(AuthenticationType.UID, "a@b");
        var mail = new Authentication(AuthenticationType.EMAIL, "a@b");
        assertThat(of(SEED).globalId(uid)).isNotEqualTo(of(SEED).globalId(mail)).isEqualTo(of(SEED).globalId(uid));
    }

    @Test
    void seedFingerprint_twoSeeds_differAndHideTheSeed() {
        assertThat(of(SEED).seedFingerprint()).matches("[0-9a-f]{64}").isEqualTo(of(SEED).seedFingerprint());
        assertThat(of("another seed").seedFingerprint()).isNotEqualTo(of(SEED).seedFingerprint());
    }

    private static UserIdentities of(String seed) {
        return new UserIdentities(Secret.ofText(seed));
    }
}
