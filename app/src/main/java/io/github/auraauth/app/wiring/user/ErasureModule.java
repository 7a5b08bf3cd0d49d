package io.github.auraauth.app.wiring.user;

import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.adapter.mongo.erasure.MongoErasedAuraIds;
import io.github.auraauth.adapter.mongo.erasure.MongoErasureJournal;
import io.github.auraauth.adapter.mongo.user.MongoUserDirectory;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.ScheduledJob;
import io.github.auraauth.app.wiring.Databases;
import io.github.auraauth.app.wiring.FeatureModule;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.invalidation.AuraIdHasher;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import io.github.auraauth.usecase.erasure.AuditedErasureStep;
import io.github.auraauth.usecase.erasure.ErasedAuraIdRecorder;
import io.github.auraauth.usecase.erasure.PersonRows;
import io.github.auraauth.usecase.erasure.PhoneNumberErasure;
import io.github.auraauth.usecase.user.UserWriter;
import java.time.Duration;
import java.util.List;

/** The erasure of persons, which goes on after each start until it is done. */
final class ErasureModule implements FeatureModule {
    final PhoneNumberErasure erasure;
    final MongoErasedAuraIds erased;

    /** @param unreadable reports the rows that cannot be read */
    ErasureModule(
            Configuration configuration,
            Databases databases,
            UnreadableDocumentReporter unreadable,
            UserWriter writer,
            ActivityRecorder activity,
            ClockAndRandom clockAndRandom) {
        MongoConnection mongo = databases.users();
        var keys = configuration.keys();
        var clock = clockAndRandom.clock();
        var cipher = new AtRestCipher(keys.encryptionKeys(), clockAndRandom.random());
        erased = new MongoErasedAuraIds(mongo);
        erasure = new PhoneNumberErasure(
                new MongoErasureJournal(
                        mongo, cipher, KeyedDigest.derivedFrom(keys.seed(), "aura-auth/erasure-receipt/v1"), clock),
                new PersonRows(
                        MongoUserDirectory.forErasure(mongo, cipher, unreadable),
                        writer,
                        new ErasedAuraIdRecorder(
                                erased,
                                new AuraIdHasher(keys.seed()),
                                configuration.login().longest(),
                                clock)),
                new AuditedErasureStep(databases.termsErasure(), Event.TERMS_ERASE, activity),
                clock,
                clockAndRandom.random());
    }

    @Override
    public List<ScheduledJob> jobs() {
        return List.of(ScheduledJob.every(
                Duration.ofSeconds(10), Duration.ofSeconds(30), "finishing erasures", erasure::resume));
    }
}
