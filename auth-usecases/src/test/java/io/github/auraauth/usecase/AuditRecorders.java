package io.github.auraauth.usecase;

import io.github.auraauth.adapter.memory.activity.InMemoryActivityLog;
import io.github.auraauth.domain.activity.AuditPseudonyms;
import io.github.auraauth.domain.activity.AuditSealer;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.out.activity.ActivityLog;
import io.github.auraauth.port.out.activity.AuditChains;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Recorders of what is done, with keys of the tests. */
public final class AuditRecorders {
    public static final EncryptionKeys KEYS = EncryptionKeys.parse("aes-256-cbc", "an-audit-key-of-the-tests-32-by!");
    public static final AuditPseudonyms PSEUDONYMS = new AuditPseudonyms(Secret.ofText("a-seed-of-the-tests"));

    private AuditRecorders() {}

    /** One instance's over those stores. */
    public static ActivityRecorder over(ActivityLog log, AuditChains chains, InstantSource clock, SecureRandom random) {
        return new ActivityRecorder(log, chains, new AuditSealer(KEYS), PSEUDONYMS, clock, random);
    }

    /** One whose anchors are kept apart from its log. */
    public static ActivityRecorder over(ActivityLog log, InstantSource clock, SecureRandom random) {
        return over(log, new InMemoryActivityLog(), clock, random);
    }
}
